//! Administrators making flows.

use desk::DeskError;
use domain::flow::check::Problem;
use domain::flow::compare::{Change, Part};
use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::flow::{Flow, Step, StepKey};
use domain::id::GroupId;
use testkit::both;

fn one_step(owner: OwnerRule) -> Flow {
    let step = Step::new("look", "查看", StepKind::Work, owner).then_end();
    Flow { steps: vec![step], ..Flow::default() }
}

#[tokio::test]
async fn only_administrators_make_flows() {
    both(|desk| async move {
        let (leader, admin) = (desk.leader().await, desk.admin().await);
        let flow = desk.create_flow(&admin, "赔付").await.unwrap();

        let denied = [
            desk.create_flow(&leader, "别的").await.map(drop),
            desk.flows(&leader).await.map(drop),
            desk.flow_page(&leader, flow).await.map(drop),
            desk.save_flow(&leader, flow, None).await.map(drop),
            desk.publish_flow(&leader, flow, None).await.map(drop),
            desk.run_flow_in(&leader, flow, &[]).await,
            desk.export_flow(&leader, flow).await.map(drop),
            desk.rename_flow(&leader, flow, "新名").await,
        ];

        assert!(denied.iter().all(|it| matches!(it, Err(DeskError::Forbidden))), "{denied:?}");
    })
    .await;
}

#[tokio::test]
async fn a_flow_that_names_nobody_is_saved_and_not_published() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let flow = desk.create_flow(&admin, "赔付").await.unwrap();
        let nobody = OwnerRule::Group { group: GroupId(404) };

        let problems = desk.save_flow(&admin, flow, Some(one_step(nobody))).await.unwrap();
        let published = desk.publish_flow(&admin, flow, None).await;

        assert_eq!(problems, [Problem::NoOwner { step: StepKey::new("look") }]);
        assert!(matches!(published, Err(DeskError::Invalid(_))));
        assert!(desk.flow_page(&admin, flow).await.unwrap().has_draft);
    })
    .await;
}

#[tokio::test]
async fn publishing_says_what_it_changes() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let flow = desk.create_flow(&admin, "赔付").await.unwrap();
        desk.publish_flow(&admin, flow, None).await.unwrap();
        let mut draft = Flow::standard();
        draft.steps[1].name = "核实".into();

        desk.save_flow(&admin, flow, Some(draft)).await.unwrap();

        let differences = desk.flow_page(&admin, flow).await.unwrap().differences;
        let change = Change::Changed { parts: vec![Part::Name] };
        assert_eq!(differences.len(), 1);
        assert_eq!((&differences[0].name, &differences[0].change), (&"核实".to_owned(), &change));
    })
    .await;
}

#[tokio::test]
async fn a_flow_travels_as_a_file_in_names() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let flow = desk.create_flow(&admin, "赔付").await.unwrap();
        let group = OwnerRule::Group { group: desk.cast.other_group };
        desk.save_flow(&admin, flow, Some(one_step(group.clone()))).await.unwrap();

        let file = desk.export_flow(&admin, flow).await.unwrap();
        let text = serde_json::to_string(&file).unwrap();
        let copy = desk.create_flow(&admin, "赔付二").await.unwrap();
        desk.import_flow(&admin, copy, serde_json::from_str(&text).unwrap()).await.unwrap();
        let stranger = serde_json::from_str(&text.replace("投诉组", "没有的组")).unwrap();
        let unknown = desk.import_flow(&admin, copy, stranger).await;

        assert!(text.contains("投诉组"));
        assert_eq!(desk.flow_page(&admin, copy).await.unwrap().draft.steps[0].owner, group);
        assert!(matches!(unknown, Err(DeskError::Invalid(_))));
    })
    .await;
}
