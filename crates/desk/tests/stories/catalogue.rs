//! What can be filed, and by which door.

use desk::{DeskError, NewAgent, NewCategory, NewField};
use domain::actor::Actor;
use domain::channel::Channel;
use domain::field::FieldKind;
use domain::invalid::Flaw;
use testkit::{PASSWORD, both, ordinary_leaf};

fn category(parent: Option<domain::id::CategoryId>, name: &str) -> NewCategory {
    NewCategory { parent, name: name.into(), hint: None, leaf: None }
}

#[tokio::test]
async fn b_01_the_tree_is_searched_by_name_and_by_initials() {
    both(|desk| async move {
        let tree = desk.categories(Channel::WEB).await.unwrap();

        let by_initials = tree.search("sjsj");

        assert_eq!(by_initials.len(), 1);
        assert_eq!(by_initials[0].id, desk.cast.complaint);
        assert_eq!(tree.path_names(desk.cast.invoice), ["申请", "发票"]);
    })
    .await;
}

#[tokio::test]
async fn a_08_a_door_offers_its_branches_and_nothing_else() {
    both(|desk| async move {
        let tree = desk.categories(Channel::WEB).await.unwrap();
        let questions = tree.find_path(&["咨询"]).unwrap().id;
        let allowed = [questions, desk.cast.invoice];
        desk.create_channel(&Actor::System, "hotel", "酒店前台", &allowed).await.unwrap();

        let offered = desk.categories("hotel").await.unwrap();

        let leaves: Vec<_> = offered.leaves().map(|leaf| leaf.id).collect();
        assert_eq!(leaves, [desk.cast.question, desk.cast.invoice]);
        assert_eq!(offered.path_names(desk.cast.question), ["咨询", "提现", "到账时长"]);
        assert!(matches!(desk.categories("no-such-door").await, Err(DeskError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn b_07_a_leaf_has_its_own_form() {
    both(|desk| async move {
        let form = desk.form(desk.cast.complaint).await.unwrap();
        let empty = desk.form(desk.cast.question).await.unwrap();
        let branch = desk.categories(Channel::WEB).await.unwrap().find_path(&["投诉"]).unwrap().id;

        let keys: Vec<_> = form.iter().map(|it| (it.key.as_str(), it.required)).collect();
        assert_eq!(keys, [("order_no", true), ("batch", false)]);
        assert!(empty.is_empty());
        assert!(matches!(desk.form(branch).await, Err(DeskError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn b_05_a_branch_has_five_levels_and_no_more() {
    both(|desk| async move {
        let mut parent = None;
        for level in 1..=5 {
            let new = category(parent, &format!("第{level}层"));
            parent = Some(desk.create_category(&Actor::System, new).await.unwrap());
        }

        let sixth = desk.create_category(&Actor::System, category(parent, "第6层")).await;

        assert_eq!(flaw(sixth, "parent"), Some(Flaw::TooMany { max: 5 }));
    })
    .await;
}

#[tokio::test]
async fn nothing_hangs_from_a_leaf_and_no_two_siblings_share_a_name() {
    both(|desk| async move {
        let below_a_leaf = category(Some(desk.cast.complaint), "更细");
        let twin = category(None, "投诉");

        let below_a_leaf = desk.create_category(&Actor::System, below_a_leaf).await;
        let twin = desk.create_category(&Actor::System, twin).await;

        assert_eq!(flaw(below_a_leaf, "parent"), Some(Flaw::NotOffered));
        assert_eq!(flaw(twin, "name"), Some(Flaw::Taken));
    })
    .await;
}

#[tokio::test]
async fn siblings_keep_the_order_they_came_in() {
    both(|desk| async move {
        let leaf = Some(ordinary_leaf(desk.cast.group));
        for name in ["表扬", "建议"] {
            let new = NewCategory { leaf, ..category(None, name) };
            desk.create_category(&Actor::System, new).await.unwrap();
        }

        let tree = desk.categories(Channel::WEB).await.unwrap();

        let names: Vec<_> = tree.children(None).iter().map(|it| it.name.clone()).collect();
        assert_eq!(names, ["投诉", "咨询", "申请", "表扬", "建议"]);
    })
    .await;
}

#[tokio::test]
async fn only_administrators_arrange_the_desk() {
    both(|desk| async move {
        for actor in [desk.agent().await, desk.leader().await, desk.observer().await] {
            let agent = NewAgent {
                login: "new".into(),
                name: "新人".into(),
                department: desk.cast.after_sales,
                password: PASSWORD.into(),
                roles: vec![],
            };
            let field = NewField {
                category: desk.cast.question,
                key: "amount".into(),
                label: "金额".into(),
                help: None,
                kind: FieldKind::Money,
                required: false,
            };

            assert!(forbidden(desk.create_agent(&actor, agent).await));
            assert!(forbidden(desk.create_field(&actor, field).await));
            assert!(forbidden(desk.create_category(&actor, category(None, "新")).await));
            assert!(forbidden(desk.create_department(&actor, None, "新").await));
            assert!(forbidden(desk.create_channel(&actor, "new", "新", &[]).await));
            assert!(forbidden(desk.appoint(&actor, desk.cast.centre, desk.cast.agent).await));
        }
        assert!(desk.create_department(&desk.admin().await, None, "新部门").await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn no_customer_learns_who_works_here() {
    both(|desk| async move {
        assert!(forbidden(desk.colleagues(&desk.customer()).await));
        assert!(forbidden(desk.groups(&desk.customer()).await));
        assert!(matches!(desk.groups(&Actor::Visitor).await, Err(DeskError::SignedOut)));
    })
    .await;
}

#[tokio::test]
async fn colleagues_are_shown_with_their_groups() {
    both(|desk| async move {
        let colleagues = desk.colleagues(&desk.agent().await).await.unwrap();

        let qi = colleagues.iter().find(|it| it.id == desk.cast.agent).unwrap();
        assert_eq!((qi.name.as_str(), qi.load, qi.available), ("张琪", 0, true));
        assert_eq!(qi.groups, [desk.cast.group]);
        assert_eq!(colleagues.len(), 8);
    })
    .await;
}

fn forbidden<T>(result: desk::Result<T>) -> bool {
    result.is_err_and(|error| matches!(error, DeskError::Forbidden))
}

fn flaw<T>(result: desk::Result<T>, field: &str) -> Option<Flaw> {
    match result {
        Err(DeskError::Invalid(flaws)) => flaws.of(field).cloned(),
        _ => None,
    }
}
