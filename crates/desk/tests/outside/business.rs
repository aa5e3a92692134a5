//! What tickets are about in other systems.

use desk::DeskError;
use domain::actor::Actor;
use domain::business::{RefKind, Seen, Sight};
use domain::event::What;
use domain::field::FieldKind;
use domain::id::TicketId;
use domain::outbox::Trouble;
use domain::page::{Edit, EditField};
use serde_json::json;
use testkit::{Shop, TestDesk, both};

use crate::support::{happened, make_all_calls, refund, shop, ticket_in_hand};

const ORDER: &str = "884203117715";

async fn fields(desk: &TestDesk, ticket: TicketId) -> Vec<(String, Option<String>)> {
    let page = desk.ticket_page(&desk.admin().await, ticket).await.unwrap();
    let text =
        |view: domain::page::FieldView| (view.field.key, view.value.map(|value| value.to_text()));
    page.fields.into_iter().map(text).collect()
}

async fn ask_for_product(desk: &TestDesk) {
    for (key, label) in [("product", "商品名称"), ("supplier", "所属供应商")] {
        let [key, label] = [key, label].map(str::to_owned);
        let (category, kind) = (desk.cast.complaint, FieldKind::Text { max: 80 });
        let new = desk::NewField { category, key, label, help: None, kind, required: false };
        desk.create_field(&Actor::System, new).await.unwrap();
    }
    let [key, label] = ["ordered_at", "下单日期"].map(str::to_owned);
    let (category, kind) = (desk.cast.complaint, FieldKind::Date);
    let new = desk::NewField { category, key, label, help: None, kind, required: false };
    desk.create_field(&Actor::System, new).await.unwrap();
}

#[tokio::test]
async fn b_13_an_order_number_fills_the_form_and_what_somebody_wrote_stays() {
    both(|desk| async move {
        let _shop = shop(&desk).await;
        ask_for_product(&desk).await;
        let mut filing = desk.filing();
        filing.fields.push(("supplier".into(), "客户说的店".into()));
        let ticket = desk.file_as(&desk.customer(), filing).await.number.0;

        make_all_calls(&desk).await;

        let kept = desk.references(&desk.agent().await, ticket).await.unwrap();
        let fields = fields(&desk, ticket).await;
        let value = |key: &str| fields.iter().find(|it| it.0 == key).unwrap().1.clone().unwrap();
        assert_eq!((kept.len(), kept[0].kind, kept[0].number.as_str()), (1, RefKind::Order, ORDER));
        assert_eq!(kept[0].snapshot["product"], value("product"));
        assert!(kept[0].snapshot.contains_key("sku") && kept[0].state.is_some());
        assert_eq!(value("supplier"), "客户说的店");
        assert!(value("ordered_at").starts_with("2026-0"));
    })
    .await;
}

#[tokio::test]
async fn a_28_a_ticket_is_about_none_one_or_several_things() {
    both(|desk| async move {
        let (agent, none) = (desk.agent().await, desk.file_elsewhere().await);
        let ticket = desk.file_ticket().await;

        desk.add_reference(&agent, ticket, RefKind::Repair, " WX 01 ").await.unwrap();
        desk.add_reference(&agent, ticket, RefKind::Repair, "WX01").await.unwrap();
        desk.add_reference(&agent, ticket, RefKind::Order, "770000000001").await.unwrap();
        desk.remove_reference(&agent, ticket, RefKind::Order, ORDER).await.unwrap();

        let kept = desk.references(&agent, ticket).await.unwrap();
        let mut numbers: Vec<_> = kept.iter().map(|it| it.number.as_str()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, ["770000000001", "WX01"]);
        assert_eq!(desk.references(&desk.admin().await, none).await.unwrap(), []);
        let added = |what: &&What| matches!(what, What::BusinessRefAdded { .. });
        assert_eq!(happened(&desk, ticket).await.iter().filter(added).count(), 2);
    })
    .await;
}

#[tokio::test]
async fn j_06_what_is_shown_is_read_there_and_never_kept() {
    both(|desk| async move {
        let _shop = shop(&desk).await;
        let (agent, ticket) = (desk.agent().await, ticket_in_hand(&desk).await);
        make_all_calls(&desk).await;

        let before = desk.things_now(&agent, ticket).await.unwrap();
        desk.run_action(&agent, ticket, refund("1.00"), None).await.unwrap();
        make_all_calls(&desk).await;
        let after = desk.things_now(&agent, ticket).await.unwrap();

        let line = |sight: &Sight, key: &str| match sight {
            Sight::Seen(Seen { lines, .. }) => {
                lines.iter().find(|line| line.key == key).unwrap().value.clone()
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(line(&before[0].now, "refunded"), "0.00");
        assert_eq!(line(&after[0].now, "refunded"), "1.00");
        assert_eq!(after[0].was, before[0].was);
        assert_eq!(after[0].whose.as_deref(), Some("优选商城"));
        // The refund the shop made is a thing of its own now, with its number.
        assert_eq!(
            (after[1].was.kind, line(&after[1].now, "amount")),
            (RefKind::Refund, "1.00".into())
        );
    })
    .await;
}

#[tokio::test]
async fn a_shop_that_is_away_is_said_to_be_and_keeps_nobody_waiting() {
    both(|desk| async move {
        let shop = shop(&desk).await;
        let (agent, ticket) = (desk.agent().await, ticket_in_hand(&desk).await);
        make_all_calls(&desk).await;
        shop.script("order", json!({ "how": "hang" }), 1).await;

        let slow = desk.things_now(&agent, ticket).await.unwrap();
        drop(shop);
        let gone = desk.things_now(&agent, ticket).await.unwrap();

        let away = |trouble| Sight::NotReachable { trouble };
        assert_eq!(slow[0].now, away(Trouble::TimedOut));
        assert_eq!(gone[0].now, away(Trouble::Unreachable));
        assert!(!gone[0].was.snapshot.is_empty());
    })
    .await;
}

#[tokio::test]
async fn e_04_an_agent_sees_an_order_before_there_is_a_ticket() {
    both(|desk| async move {
        let _shop = shop(&desk).await;
        let agent = desk.agent().await;

        let known = desk.look_up(&agent, RefKind::Order, "8842 0311 7715").await.unwrap();
        let unknown = desk.look_up(&agent, RefKind::Order, "123").await.unwrap();
        let elsewhere = desk.look_up(&agent, RefKind::Repair, "WX01").await.unwrap();

        assert!(matches!(known, Sight::Seen(_)));
        assert_eq!(unknown, Sight::Nothing { reason: "订单不存在".into() });
        assert_eq!(elsewhere, Sight::NotConnected);
    })
    .await;
}

#[tokio::test]
async fn a_changed_order_number_is_another_thing() {
    both(|desk| async move {
        let _shop = shop(&desk).await;
        let (agent, ticket) = (desk.agent().await, desk.file_ticket().await);
        let field = EditField::Custom(desk.cast.order_field);
        let (from, to) = (Some(ORDER.to_owned()), Some("880000000002".to_owned()));

        desk.edit(&agent, ticket, vec![Edit { field, from, to }]).await.unwrap();
        make_all_calls(&desk).await;

        let kept = desk.references(&agent, ticket).await.unwrap();
        assert_eq!(kept.len(), 2);
        assert!(kept.iter().all(|it| it.snapshot.contains_key("sku")));
    })
    .await;
}

#[tokio::test]
async fn j_11_without_any_other_system_everything_else_works() {
    both(|desk| async move {
        let (agent, ticket) = (desk.agent().await, ticket_in_hand(&desk).await);
        make_all_calls(&desk).await;

        let things = desk.things_now(&agent, ticket).await.unwrap();

        assert_eq!((things.len(), &things[0].now), (1, &Sight::NotConnected));
        assert_eq!(desk.possible_acts(&agent, ticket).await.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn j_03_what_can_be_asked_and_what_for_is_offered() {
    both(|desk| async move {
        let _shop = shop(&desk).await;
        let (agent, ticket) = (desk.agent().await, ticket_in_hand(&desk).await);

        let acts = desk.possible_acts(&agent, ticket).await.unwrap();

        let refund = acts.iter().find(|act| act.operation.as_str() == "refund").unwrap();
        assert_eq!(refund.name, "优选商城 · 退款");
        assert_eq!(refund.asks.iter().map(|it| it.key.as_str()).collect::<Vec<_>>(), ["amount"]);
        assert!(acts.iter().all(|act| act.operation.as_str() != "order"));
    })
    .await;
}

#[tokio::test]
async fn p_02_strangers_learn_nothing_of_what_a_ticket_is_about() {
    both(|desk| async move {
        let _shop: Shop = shop(&desk).await;
        let ticket = desk.file_ticket().await;
        let (outsider, observer) = (desk.outsider().await, desk.observer().await);

        for stranger in [outsider.clone(), desk.customer(), Actor::Visitor] {
            let kept = desk.references(&stranger, ticket).await;
            assert!(matches!(kept, Err(DeskError::NotFound)));
            let now = desk.things_now(&stranger, ticket).await;
            assert!(matches!(now, Err(DeskError::NotFound)));
            let acts = desk.possible_acts(&stranger, ticket).await;
            assert!(matches!(acts, Err(DeskError::NotFound)));
        }
        for reader in [desk.customer(), Actor::Visitor, observer.clone()] {
            let order = desk.look_up(&reader, RefKind::Order, ORDER).await;
            assert!(matches!(order, Err(DeskError::Forbidden)), "{reader:?}");
        }
        let added = desk.add_reference(&observer, ticket, RefKind::Repair, "WX01").await;
        let removed = desk.remove_reference(&observer, ticket, RefKind::Order, ORDER).await;
        let unseen = desk.add_reference(&outsider, ticket, RefKind::Repair, "WX01").await;
        assert!(matches!(added, Err(DeskError::Forbidden)));
        assert!(matches!(removed, Err(DeskError::Forbidden)));
        assert!(matches!(unseen, Err(DeskError::NotFound)));
    })
    .await;
}
