//! Administrators making flows.

use desk::DeskError;
use domain::flow::check::Problem;
use domain::flow::compare::{Change, Part};
use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::flow::page::FactKind;
use domain::flow::{Flow, Step, StepKey};
use domain::id::GroupId;
use domain::invalid::Flaw;
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
async fn b_15_a_draft_too_large_to_be_understood_is_refused_at_its_place() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let flow = desk.create_flow(&admin, "赔付").await.unwrap();
        let before = desk.flow_page(&admin, flow).await.unwrap().draft;
        let mut long = one_step(OwnerRule::Queue);
        long.steps[0].instructions = Some("长".repeat(2_001));

        let refused = desk.save_flow(&admin, flow, Some(long)).await;

        let Err(DeskError::Invalid(flaws)) = refused else { panic!("{refused:?}") };
        assert_eq!(flaws.of("steps.0.instructions"), Some(&Flaw::TooLong { max: 2_000 }));
        assert_eq!(desk.flow_page(&admin, flow).await.unwrap().draft, before);
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

#[tokio::test]
async fn d_04_the_second_of_two_who_change_a_draft_is_told() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let flow = desk.create_flow(&admin, "赔付").await.unwrap();
        let seen = desk.flow_page(&admin, flow).await.unwrap().saved_at;
        let (mine, theirs) = (one_step(OwnerRule::Queue), one_step(OwnerRule::TicketOwner));

        let first = desk.save_flow_seen(&admin, flow, Some(mine.clone()), seen).await.unwrap();
        let second = desk.save_flow_seen(&admin, flow, Some(theirs.clone()), seen).await;
        let blind = desk.publish_flow_seen(&admin, flow, None, seen).await;

        assert!(matches!(second, Err(DeskError::Conflict)));
        assert!(matches!(blind, Err(DeskError::Conflict)));
        assert_eq!(desk.flow_page(&admin, flow).await.unwrap().draft, mine);
        desk.save_flow_seen(&admin, flow, Some(theirs), first.at).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn whoever_changed_it_before_it_was_published_is_told() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let flow = desk.create_flow(&admin, "赔付").await.unwrap();
        let seen = desk.flow_page(&admin, flow).await.unwrap().saved_at;

        desk.publish_flow_seen(&admin, flow, None, seen).await.unwrap();
        let late = desk.save_flow_seen(&admin, flow, Some(Flow::standard()), seen).await;

        assert!(matches!(late, Err(DeskError::Conflict)));
        assert!(!desk.flow_page(&admin, flow).await.unwrap().has_draft);
    })
    .await;
}

#[tokio::test]
async fn b_15_a_leaf_taken_from_a_flow_runs_the_standard_one() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let flow = desk.create_flow(&admin, "赔付").await.unwrap();
        desk.publish_flow(&admin, flow, None).await.unwrap();
        let (complaint, question) = (desk.cast.complaint, desk.cast.question);

        desk.run_flow_only_in(&admin, flow, &[complaint, question]).await.unwrap();
        desk.run_flow_only_in(&admin, flow, &[question]).await.unwrap();

        assert_eq!(desk.flow_page(&admin, flow).await.unwrap().categories, [question]);
        let standard = desk.flows(&admin).await.unwrap();
        let standard = standard.iter().find(|line| line.id != flow).unwrap();
        assert!(standard.categories.iter().any(|path| path.ends_with("商家售假")));
    })
    .await;
}

#[tokio::test]
async fn the_editor_knows_how_fields_can_be_asked_about() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let flow = desk.create_flow(&admin, "赔付").await.unwrap();

        let choices = desk.flow_page(&admin, flow).await.unwrap().choices;

        assert!(choices.facts.contains(&("batch".to_owned(), FactKind::Text)));
        assert!(choices.channels.iter().any(|(key, _)| key == "web"));
    })
    .await;
}
