//! Calculators: declared, published, run, and run again.

use desk::{DeskError, NewField};
use domain::actor::Actor;
use domain::calculator::{
    CalculatorDef, Example, InputDef, InputKind, NewCalculation, Recomputed, ResultDef, Source,
    WriteTo,
};
use domain::event::What;
use domain::field::{FieldKind, FieldValue};
use domain::id::{CalculatorId, FieldId, TicketId};
use domain::invalid::Flaw;
use domain::page::{Edit, EditField, Filing};
use testkit::{TestDesk, both};

/// 退一赔三, at most 500 yuan, tied to the complaint's form.
fn fakes(desk: &TestDesk) -> CalculatorDef {
    let amount = Source::Field { key: "amount".into() };
    let money = InputDef { name: "货款".into(), source: Some(amount), ..InputDef::default() };
    let times = InputDef { name: "倍数".into(), kind: InputKind::Number, ..InputDef::default() };
    let field = Some("compensation".into());
    CalculatorDef {
        name: "赔付金额".into(),
        categories: vec![desk.cast.complaint],
        inputs: vec![money, InputDef { default: "3".into(), ..times }],
        formula: "min(货款 * 倍数, 500)".into(),
        result: ResultDef { label: "应赔".into(), field, ..ResultDef::default() },
        examples: vec![Example { given: given("89", "3"), expected: "267".into() }],
        ..CalculatorDef::default()
    }
}

fn given(money: &str, times: &str) -> Vec<String> {
    vec![money.to_owned(), times.to_owned()]
}

/// The complaint's form asks for what was paid and what is compensated.
async fn with_money(desk: &TestDesk) -> FieldId {
    let mut last = None;
    for (key, label) in [("amount", "涉及金额"), ("compensation", "赔付金额")] {
        let new = NewField {
            category: desk.cast.complaint,
            key: key.into(),
            label: label.into(),
            help: None,
            kind: FieldKind::Money,
            required: false,
        };
        last = Some(desk.create_field(&Actor::System, new).await.unwrap());
    }
    last.unwrap()
}

async fn published(desk: &TestDesk, def: CalculatorDef) -> CalculatorId {
    let admin = desk.admin().await;
    let id = desk.create_calculator(&admin, def).await.unwrap();
    desk.publish_calculator(&admin, id, 1, None).await.unwrap();
    id
}

/// Changes the formula and its example, and publishes that.
async fn publish_half(desk: &TestDesk, id: CalculatorId) {
    let admin = desk.admin().await;
    let page = desk.calculator(&admin, id).await.unwrap();
    let mut def = page.draft;
    def.formula = "货款 * 倍数 / 2".into();
    def.examples[0].expected = "133.50".into();
    let page = desk.save_calculator(&admin, id, page.revision, def).await.unwrap();
    desk.publish_calculator(&admin, id, page.revision, Some("减半".into())).await.unwrap();
}

fn new(calculator: CalculatorId, write_to: WriteTo) -> NewCalculation {
    NewCalculation { calculator, version: 1, given: given("89", "3"), write_to }
}

async fn value(desk: &TestDesk, ticket: TicketId, field: FieldId) -> Option<FieldValue> {
    let page = desk.ticket_page(&desk.admin().await, ticket).await.unwrap();
    page.fields.into_iter().find(|view| view.field.id == field)?.value
}

#[tokio::test]
async fn e_05_a_result_stands_in_its_field_and_in_the_history() {
    both(|desk| async move {
        let (agent, field) = (desk.agent().await, with_money(&desk).await);
        let id = published(&desk, fakes(&desk)).await;
        let ticket = desk.file_ticket().await;

        let write = WriteTo::Field { seen: None };
        desk.calculate(&agent, ticket, new(id, write)).await.unwrap();

        assert_eq!(value(&desk, ticket, field).await, Some(FieldValue::Money(26_700)));
        let timeline = desk.timeline(&agent, ticket, None).await.unwrap();
        let what: Vec<&What> = timeline.entries.iter().map(|entry| &entry.event.what).collect();
        let What::CalculationStored { name, version, calculation, .. } = what[0] else {
            panic!("{what:?}")
        };
        assert_eq!(
            (name.as_str(), *version, calculation.result.as_str()),
            ("赔付金额", 1, "267.00")
        );
        assert_eq!(calculation.given[0].text, "89.00");
        assert!(matches!(what[1], What::FieldChanged { to: Some(to), .. } if to == "267.00"));
    })
    .await;
}

#[tokio::test]
async fn e_05_a_new_version_leaves_old_results_as_they_are() {
    both(|desk| async move {
        let agent = desk.agent().await;
        with_money(&desk).await;
        let id = published(&desk, fakes(&desk)).await;
        let ticket = desk.file_ticket().await;
        desk.calculate(&agent, ticket, new(id, WriteTo::Nothing)).await.unwrap();

        publish_half(&desk, id).await;

        let seen_before = desk.calculate(&agent, ticket, new(id, WriteTo::Nothing)).await;
        assert!(matches!(seen_before, Err(DeskError::Conflict)));
        let again = NewCalculation { version: 2, ..new(id, WriteTo::Nothing) };
        desk.calculate(&agent, ticket, again).await.unwrap();
        let runs = desk.calculations(&agent, ticket).await.unwrap().runs;
        let kept: Vec<_> =
            runs.iter().map(|run| (run.version, run.calculation.result.as_str())).collect();
        assert_eq!(kept, [(2, "133.50"), (1, "267.00")]);
        assert!(runs.iter().all(|run| run.recomputed == Recomputed::Same));
        let page = desk.calculator(&desk.admin().await, id).await.unwrap();
        let versions: Vec<_> =
            page.versions.iter().map(|it| (it.version, it.note.as_deref())).collect();
        assert_eq!(versions, [(2, Some("减半")), (1, None)]);
    })
    .await;
}

#[tokio::test]
async fn e_05_what_fails_its_examples_is_not_published() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let mut def = fakes(&desk);
        def.formula = "min(货款 * 倍数, 200)".into();
        let id = desk.create_calculator(&admin, def).await.unwrap();

        let refused = desk.publish_calculator(&admin, id, 1, None).await;

        let Err(DeskError::Invalid(flaws)) = refused else { panic!("{refused:?}") };
        let got = Flaw::ComesOutAs { got: "200.00".into() };
        assert_eq!(flaws.of("examples.0.expected"), Some(&got));
        // The complaint's form has no such fields yet.
        assert_eq!(flaws.of("inputs.0.source"), Some(&Flaw::NoSuchField));
        assert_eq!(flaws.of("result.field"), Some(&Flaw::NoSuchField));
        let lines = desk.calculators(&admin).await.unwrap();
        assert_eq!((lines[0].version, lines[0].draft), (None, true));
    })
    .await;
}

#[tokio::test]
async fn e_05_a_calculator_is_offered_where_it_belongs() {
    both(|desk| async move {
        let agent = desk.agent().await;
        with_money(&desk).await;
        let id = published(&desk, fakes(&desk)).await;
        let complaint = desk.file_ticket().await;
        let invoice = Filing {
            category: Some(desk.cast.invoice),
            description: "请开发票。".into(),
            ..Filing::default()
        };
        let invoice = desk.file_as(&desk.customer(), invoice).await.number.0;

        let here = desk.calculations(&agent, complaint).await.unwrap().offered;
        let there = desk.calculations(&agent, invoice).await.unwrap().offered;
        let smuggled = desk.calculate(&agent, invoice, new(id, WriteTo::Nothing)).await;

        assert_eq!(here.iter().map(|it| (it.id, it.version)).collect::<Vec<_>>(), [(id, 1)]);
        assert!(there.is_empty());
        assert!(matches!(smuggled, Err(DeskError::NotFound)));

        desk.offer_calculator(&desk.admin().await, id, false).await.unwrap();

        assert!(desk.calculations(&agent, complaint).await.unwrap().offered.is_empty());
        let withdrawn = desk.calculate(&agent, complaint, new(id, WriteTo::Nothing)).await;
        assert!(matches!(withdrawn, Err(DeskError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn e_04_a_calculator_opens_with_what_the_ticket_knows() {
    both(|desk| async move {
        let agent = desk.agent().await;
        with_money(&desk).await;
        published(&desk, fakes(&desk)).await;
        let filing = Filing {
            fields: vec![
                ("order_no".into(), "884203117715".into()),
                ("amount".into(), "¥1,089.5".into()),
            ],
            ..desk.filing()
        };
        let ticket = desk.file_as(&desk.customer(), filing).await.number.0;

        let offered = desk.calculations(&agent, ticket).await.unwrap().offered;

        assert_eq!(offered[0].given, ["1089.50", "3"]);
    })
    .await;
}

#[tokio::test]
async fn e_05_a_draft_that_fits_no_page_is_refused_at_its_place() {
    both(|desk| async move {
        let admin = desk.admin().await;
        let id = desk.create_calculator(&admin, fakes(&desk)).await.unwrap();
        let mut long = fakes(&desk);
        long.inputs[0].unit = "件".repeat(9);

        let refused = desk.save_calculator(&admin, id, 1, long).await;

        let Err(DeskError::Invalid(flaws)) = refused else { panic!("{refused:?}") };
        assert_eq!(flaws.of("inputs.0.unit"), Some(&Flaw::TooLong { max: 8 }));
        assert_eq!(desk.calculator(&admin, id).await.unwrap().draft, fakes(&desk));
    })
    .await;
}

#[tokio::test]
async fn a_result_does_not_overwrite_what_a_colleague_wrote_meanwhile() {
    both(|desk| async move {
        let (agent, field) = (desk.agent().await, with_money(&desk).await);
        let id = published(&desk, fakes(&desk)).await;
        let ticket = desk.file_ticket().await;
        let by_hand =
            Edit { field: EditField::Custom(field), from: None, to: Some("100.00".into()) };
        desk.edit(&desk.colleague().await, ticket, vec![by_hand]).await.unwrap();

        let unseen = desk.calculate(&agent, ticket, new(id, WriteTo::Field { seen: None })).await;

        assert!(matches!(unseen, Err(DeskError::Conflict)));
        assert_eq!(value(&desk, ticket, field).await, Some(FieldValue::Money(10_000)));
        assert!(desk.calculations(&agent, ticket).await.unwrap().runs.is_empty());

        let seen = WriteTo::Field { seen: Some("100.00".into()) };
        desk.calculate(&agent, ticket, new(id, seen)).await.unwrap();

        assert_eq!(value(&desk, ticket, field).await, Some(FieldValue::Money(26_700)));
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_wrongly_is_said_at_its_input() {
    both(|desk| async move {
        let agent = desk.agent().await;
        with_money(&desk).await;
        let id = published(&desk, fakes(&desk)).await;
        let ticket = desk.file_ticket().await;

        let wrong = NewCalculation { given: given("很多", ""), ..new(id, WriteTo::Nothing) };
        let refused = desk.calculate(&agent, ticket, wrong).await;

        let Err(DeskError::Invalid(flaws)) = refused else { panic!("{refused:?}") };
        assert_eq!(flaws.of("inputs.0"), Some(&Flaw::NotMoney));
        assert_eq!(flaws.of("inputs.1"), Some(&Flaw::Blank));
    })
    .await;
}

#[tokio::test]
async fn two_administrators_at_one_draft_do_not_overwrite_each_other() {
    both(|desk| async move {
        let admin = desk.admin().await;
        with_money(&desk).await;
        let id = desk.create_calculator(&admin, fakes(&desk)).await.unwrap();
        let mine = CalculatorDef { hint: "假货".into(), ..fakes(&desk) };
        desk.save_calculator(&admin, id, 1, mine).await.unwrap();

        let theirs = desk.save_calculator(&admin, id, 1, fakes(&desk)).await;
        let publish = desk.publish_calculator(&admin, id, 1, None).await;

        assert!(matches!(theirs, Err(DeskError::Conflict)));
        assert!(matches!(publish, Err(DeskError::Conflict)));
        assert_eq!(desk.calculator(&admin, id).await.unwrap().draft.hint, "假货");
    })
    .await;
}

#[tokio::test]
async fn e_05_calculators_are_declared_by_administrators_and_run_by_who_may_edit() {
    both(|desk| async move {
        with_money(&desk).await;
        let id = published(&desk, fakes(&desk)).await;
        let ticket = desk.file_ticket().await;
        for actor in [desk.agent().await, desk.leader().await, desk.observer().await] {
            let def = fakes(&desk);
            assert!(forbidden(desk.calculators(&actor).await));
            assert!(forbidden(desk.calculator(&actor, id).await));
            assert!(forbidden(desk.create_calculator(&actor, def.clone()).await));
            assert!(forbidden(desk.save_calculator(&actor, id, 2, def).await));
            assert!(forbidden(desk.publish_calculator(&actor, id, 2, None).await));
            assert!(forbidden(desk.offer_calculator(&actor, id, false).await));
            assert!(forbidden(desk.field_choices(&actor, &[]).await));
        }
        let observer = desk.observer().await;
        assert!(forbidden(desk.calculate(&observer, ticket, new(id, WriteTo::Nothing)).await));
        for stranger in [desk.outsider().await, desk.customer(), Actor::Visitor] {
            let seen = desk.calculations(&stranger, ticket).await;
            assert!(matches!(seen, Err(DeskError::NotFound)), "{stranger:?}");
        }
        let outside =
            desk.calculate(&desk.outsider().await, ticket, new(id, WriteTo::Nothing)).await;
        assert!(matches!(outside, Err(DeskError::NotFound)));
        assert!(forbidden(
            desk.calculate(&desk.customer(), ticket, new(id, WriteTo::Nothing)).await
        ));
    })
    .await;
}

#[tokio::test]
async fn the_editor_is_told_which_fields_there_are() {
    both(|desk| async move {
        with_money(&desk).await;

        let admin = desk.admin().await;
        let here = desk.field_choices(&admin, &[desk.cast.complaint]).await.unwrap();
        let nowhere = desk.field_choices(&admin, &[desk.cast.question]).await.unwrap();

        let keys: Vec<_> = here.iter().map(|it| it.key.as_str()).collect();
        assert_eq!(keys, ["amount", "batch", "compensation", "order_no"]);
        assert!(nowhere.is_empty());
    })
    .await;
}

fn forbidden<T>(result: desk::Result<T>) -> bool {
    result.is_err_and(|error| matches!(error, DeskError::Forbidden))
}
