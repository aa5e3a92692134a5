//! What other systems tell the desk.

use channels::Secret;
use channels::signature::Letter;
use desk::{DeskError, Letters};
use domain::actor::Actor;
use domain::business::RefKind;
use domain::connector::inbound::{InboundRule, Taken, TakenAs};
use domain::connector::{Connector, ConnectorKey};
use domain::flow::kind::{Answer, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{Flow, Outcome, Step};
use domain::task::TaskState;
use domain::ticket::Trigger;
use domain::time::Span;
use serde_json::{Value, json};
use testkit::{Shop, TestDesk, both};

use crate::support::{happened, tasks};

const PATH: &str = "/api/v1/inbound/shop";

fn rules() -> Vec<InboundRule> {
    serde_json::from_value(json!([
        { "event": "order.anomaly", "then": { "create": {
            "category": ["投诉", "已购买", "商家售假"],
            "subject": "售后异常 {order.no}",
            "description": "{what}，请核实。",
            "fields": { "order_no": "{order.no}", "batch": "{batch?}" },
            "customer": { "name": "{customer.name}", "phone": "{customer.phone}" },
            "about": [{ "kind": "repair", "number": "{repair}" }],
        } } },
        { "event": "room.answered", "then": { "advance": {
            "about": { "kind": "order", "number": "{order.no}" },
            "step": "confirm", "outcome": "{answer}", "note": "{by}",
        } } },
    ]))
    .unwrap()
}

/// The shop at an address nobody answers at: here it only talks.
async fn talking_shop(desk: &TestDesk) -> Connector {
    let mut connector = desk::demo::shop::connector("http://127.0.0.1:1");
    (connector.channel, connector.inbound) = (None, rules());
    let secret = Some(Shop::SECRET.to_owned());
    desk.declare_connector(&Actor::System, connector.clone(), secret).await.unwrap();
    connector
}

fn anomaly(id: &str) -> Value {
    json!({ "id": id, "kind": "order.anomaly", "data": {
        "order": { "no": "884203117715" }, "what": "签收后 3 天无人退款", "repair": "WX01",
        "customer": { "name": "王小美", "phone": "13812345521" },
    } })
}

fn answer(id: &str, order: &str, answer: &str) -> Value {
    json!({ "id": id, "kind": "room.answered",
        "data": { "order": { "no": order }, "answer": answer, "by": "前台" } })
}

async fn tell(desk: &TestDesk, event: &Value) -> desk::Result<Taken> {
    let body = event.to_string();
    let letter = Letter { at: desk.now(), method: "POST", path: PATH, body: body.as_bytes() };
    let signature = letter.sign(&Secret::new(Shop::SECRET));
    let letter =
        Letters { at: desk.now(), path: PATH, body: body.as_bytes(), signature: &signature };
    desk.receive(&ConnectorKey::new("shop"), letter).await
}

#[tokio::test]
async fn a_14_the_same_event_twice_is_one_ticket_and_one_answer() {
    both(|desk| async move {
        talking_shop(&desk).await;

        let first = tell(&desk, &anomaly("e-1")).await.unwrap();
        let again = tell(&desk, &anomaly("e-1")).await.unwrap();
        let other = tell(&desk, &anomaly("e-2")).await.unwrap();

        assert_eq!((first.outcome, first.tickets.len()), (TakenAs::Created, 1));
        assert_eq!(again, first);
        assert_ne!(other.tickets, first.tickets);
        let ticket = first.tickets[0].0;
        let page = desk.ticket_page(&desk.admin().await, ticket).await.unwrap();
        assert_eq!(page.ticket.subject.as_str(), "售后异常 884203117715");
        assert_eq!(page.customer.id, desk.cast.customer);
        assert_eq!(page.ticket.trigger, Trigger::System, "A-15");
        let about = desk.references(&desk.admin().await, ticket).await.unwrap();
        let mut kinds: Vec<_> = about.iter().map(|it| it.kind).collect();
        kinds.sort_unstable();
        assert_eq!(kinds, [RefKind::Order, RefKind::Repair]);
    })
    .await;
}

#[tokio::test]
async fn the_same_event_in_two_processes_at_once_is_one_ticket() {
    both(|desk| async move {
        talking_shop(&desk).await;
        let event = anomaly("e-1");

        let (one, other) = tokio::join!(tell(&desk, &event), tell(&desk, &event));

        assert_eq!(one.unwrap(), other.unwrap());
    })
    .await;
}

#[tokio::test]
async fn what_is_not_signed_by_them_just_now_is_told_nothing() {
    both(|desk| async move {
        talking_shop(&desk).await;
        let (now, body) = (desk.now(), anomaly("e-1").to_string());
        let signed = |secret: &str, at, path: &str| {
            let letter = Letter { at, method: "POST", path, body: body.as_bytes() };
            letter.sign(&Secret::new(secret))
        };
        let right = signed(Shop::SECRET, now, PATH);
        let old = now - Span::minutes(6);
        let letter = Letters { at: now, path: PATH, body: body.as_bytes(), signature: &right };
        let shop = ConnectorKey::new("shop");

        let forged = signed("guess", now, PATH);
        let late = signed(Shop::SECRET, old, PATH);
        let elsewhere = signed(Shop::SECRET, now, "/api/v1/inbound/bank");
        let refused = [
            desk.receive(&shop, Letters { signature: &forged, ..letter }).await,
            desk.receive(&shop, Letters { signature: &elsewhere, ..letter }).await,
            desk.receive(&shop, Letters { at: old, signature: &late, ..letter }).await,
            desk.receive(&shop, Letters { body: b"{}", ..letter }).await,
            desk.receive(&shop, Letters { signature: "", ..letter }).await,
            desk.receive(&ConnectorKey::new("bank"), letter).await,
        ];

        for refused in refused {
            assert!(matches!(refused, Err(DeskError::SignedOut)), "{refused:?}");
        }
        assert!(desk.receive(&shop, letter).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_system_without_a_secret_cannot_tell_anything() {
    both(|desk| async move {
        let connector = Connector { key: ConnectorKey::new("open"), ..talking_shop(&desk).await };
        desk.declare_connector(&Actor::System, connector, None).await.unwrap();
        let body = anomaly("e-1").to_string();
        let letter = Letter { at: desk.now(), method: "POST", path: PATH, body: body.as_bytes() };
        let signature = letter.sign(&Secret::new(""));

        let (at, body) = (desk.now(), body.as_bytes());
        let letter = Letters { at, path: PATH, body, signature: &signature };
        let refused = desk.receive(&ConnectorKey::new("open"), letter).await;

        assert!(matches!(refused, Err(DeskError::SignedOut)));
    })
    .await;
}

#[tokio::test]
async fn an_event_that_lacks_something_is_refused_and_may_come_again_whole() {
    both(|desk| async move {
        talking_shop(&desk).await;
        let mut event = anomaly("e-1");
        event["data"]["what"] = Value::Null;

        let lacking = tell(&desk, &event).await;
        let unknown = tell(&desk, &json!({ "id": "e-2", "kind": "weather" })).await;
        let nameless = tell(&desk, &json!({ "id": "", "kind": "order.anomaly" })).await;
        let whole = tell(&desk, &anomaly("e-1")).await.unwrap();

        let flaw = |refused: desk::Result<Taken>| match refused {
            Err(DeskError::Invalid(flaws)) => flaws.0[0].field.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(flaw(lacking), "description: data.what");
        assert_eq!(flaw(unknown), "kind");
        assert_eq!(flaw(nameless), "id");
        assert_eq!(whole.outcome, TakenAs::Created);
    })
    .await;
}

/// Somebody outside is asked whether there is a room; the system tells what they said there.
fn room() -> Flow {
    let answer = |word: &str, label: &str| Answer {
        outcome: Outcome::new(word),
        label: label.into(),
        needs_note: false,
    };
    let answers = vec![answer("yes", "有房"), answer("no", "无房")];
    Flow {
        steps: vec![
            Step::new("confirm", "确认房间", StepKind::Question { answers }, OwnerRule::Queue)
                .on("yes", "voucher")
                .on("no", "refuse"),
            Step::new("voucher", "发送凭证", StepKind::Work, OwnerRule::Queue).then_end(),
            Step::new("refuse", "无房处理", StepKind::Work, OwnerRule::Queue).then_end(),
        ],
        ..Flow::default()
    }
}

#[tokio::test]
async fn d_28_where_automation_leaves_a_leaf_to_people_an_event_is_told_to_them() {
    both(|desk| async move {
        talking_shop(&desk).await;
        desk.run_flow("酒店确认", room(), desk.cast.complaint).await;
        desk.set_people_only(&desk.admin().await, desk.cast.complaint, true).await.unwrap();
        let ticket = desk.file_ticket().await;

        let told = tell(&desk, &answer("e-1", "884203117715", "yes")).await.unwrap();

        let now = tasks(&desk, ticket).await;
        assert_eq!(told.outcome, TakenAs::Nothing);
        assert!(now[0].is_actionable(), "the person's step is the person's");
        let asked = now[1].asked.as_ref().unwrap();
        assert_eq!((now.len(), asked.question.as_str()), (2, "确认房间: 前台"));
        assert_eq!(now[1].trigger, Trigger::System);
    })
    .await;
}

#[tokio::test]
async fn d_02_an_event_takes_the_step_that_waits_for_it_once() {
    both(|desk| async move {
        talking_shop(&desk).await;
        desk.run_flow("酒店确认", room(), desk.cast.complaint).await;
        let ticket = desk.file_ticket().await;

        let nobody = tell(&desk, &answer("e-1", "880000000000", "yes")).await.unwrap();
        let unheard = tell(&desk, &answer("e-2", "884203117715", "maybe")).await;
        let yes = tell(&desk, &answer("e-3", "884203117715", "yes")).await.unwrap();
        let again = tell(&desk, &answer("e-3", "884203117715", "yes")).await.unwrap();
        let late = tell(&desk, &answer("e-4", "884203117715", "no")).await.unwrap();

        let now = tasks(&desk, ticket).await;
        assert_eq!(nobody.outcome, TakenAs::Nothing);
        assert!(matches!(unheard, Err(DeskError::Invalid(_))));
        assert_eq!(
            (yes.outcome, yes.tickets.as_slice()),
            (TakenAs::Advanced, &[ticket.number()][..])
        );
        assert_eq!(again, yes);
        assert_eq!(late.outcome, TakenAs::Nothing);
        assert_eq!((now[0].state, now[0].answer.as_deref()), (TaskState::Done, Some("前台")));
        assert_eq!((now.len(), now[1].step.as_str()), (2, "voucher"));
        assert_eq!(happened(&desk, ticket).await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn a_07_a_system_files_only_what_its_door_allows() {
    both(|desk| async move {
        let mut connector = talking_shop(&desk).await;
        let open = [desk.cast.question];
        desk.create_channel(&desk.admin().await, "shop", "商城系统", &open).await.unwrap();
        connector.channel = Some("shop".into());
        desk.declare_connector(&desk.admin().await, connector.clone(), None).await.unwrap();

        let refused = tell(&desk, &anomaly("e-1")).await;
        connector.channel = Some("nowhere".into());
        let unknown = desk.declare_connector(&desk.admin().await, connector, None).await;

        assert!(
            matches!(refused, Err(DeskError::Invalid(flaws)) if flaws.of("category").is_some())
        );
        assert!(matches!(unknown, Err(DeskError::Invalid(flaws)) if flaws.of("channel").is_some()));
    })
    .await;
}
