//! `POST /tickets`

use serde_json::json;
use testkit::both;

use crate::program::{Program, complaint};

#[tokio::test]
async fn a_program_files_a_ticket_and_learns_its_number() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;

        let filed = shop.post("/api/v1/tickets", complaint()).await;

        assert_eq!(filed.status, 201, "{filed:?}");
        assert_eq!(filed.at("state"), "new");
        assert_eq!(filed.at("number"), &json!(format!("GD-{}", filed.at("id"))));
        assert_eq!(filed.header("location"), format!("/api/v1/tickets/{}", filed.text("number")));
        let ticket = shop.get(filed.header("location")).await;
        assert_eq!(ticket.at("category"), &json!(["投诉", "已购买", "商家售假"]));
        assert_eq!(ticket.at("subject"), "收到假货");
        assert_eq!(ticket.at("fields.0.value"), "884203117715");
        assert_eq!(ticket.at("customer.name"), "王小美");
        assert_eq!(ticket.at("channel"), "接口");
        assert_eq!(ticket.at("created_at"), "2026-01-02T12:00:00Z");
    })
    .await;
}

#[tokio::test]
async fn the_category_may_be_named_by_id_and_the_field_too() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let mut body = complaint();
        body["category"] = json!(null);
        body["category_id"] = json!(desk.cast.complaint.0);
        body["fields"] = json!({ desk.cast.order_field.to_string(): 884_203_117_715_i64 });
        body["priority"] = json!("urgent");

        let filed = shop.post("/api/v1/tickets", body).await;

        assert_eq!(filed.status, 201, "{filed:?}");
        let ticket = shop.get(filed.header("location")).await;
        assert_eq!(ticket.at("priority"), "urgent");
    })
    .await;
}

#[tokio::test]
async fn the_same_key_twice_is_the_same_ticket() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let key = [("Idempotency-Key", "order-8842-1")];

        let first = shop.post_with("/api/v1/tickets", complaint(), &key).await;
        let again = shop.post_with("/api/v1/tickets", complaint(), &key).await;

        assert_eq!((first.status, again.status), (201, 201));
        assert_eq!(first.body, again.body);
        assert_eq!(
            (first.header("idempotent-replay"), again.header("idempotent-replay")),
            ("", "true")
        );
        assert_eq!(shop.get("/api/v1/tickets").await.items().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_key_means_one_request_and_no_other() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let key = [("Idempotency-Key", "order-8842-1")];
        shop.post_with("/api/v1/tickets", complaint(), &key).await;
        let mut other = complaint();
        other["description"] = json!("另一件事");

        let refused = shop.post_with("/api/v1/tickets", other, &key).await;

        assert_eq!(refused.problem(), (422, "idempotency_key_reused".into()));
    })
    .await;
}

#[tokio::test]
async fn two_agents_may_use_the_same_key() {
    both(|desk| async move {
        let key = [("Idempotency-Key", "1")];
        let (shop, other) =
            (Program::of(&desk, "zhangqi").await, Program::of(&desk, "liuyang").await);

        let first = shop.post_with("/api/v1/tickets", complaint(), &key).await;
        let second = other.post_with("/api/v1/tickets", complaint(), &key).await;

        assert_ne!(first.at("number"), second.at("number"));
    })
    .await;
}

#[tokio::test]
async fn all_flaws_are_told_at_once_where_they_are() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let body = json!({
            "category": ["投诉", "已购买", "商家售假"],
            "description": " ",
            "customer": { "phone": "abc" },
            "fields": { "order_no": "订单" },
        });

        let refused = shop.post("/api/v1/tickets", body).await;

        assert_eq!(refused.problem(), (422, "invalid".into()));
        let errors = refused.at("errors").as_array().unwrap();
        let code = |field: &str| {
            errors
                .iter()
                .find(|error| error["field"] == field)
                .map_or("", |e| e["code"].as_str().unwrap())
        };
        assert_eq!(code("description"), "blank", "{errors:?}");
        assert_eq!(code("customer.phone"), "not_a_phone", "{errors:?}");
        assert_eq!(code("fields.order_no"), "not_an_order", "{errors:?}");
    })
    .await;
}

#[tokio::test]
async fn an_unknown_category_is_a_flaw() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let mut body = complaint();
        body["category"] = json!(["投诉", "没有这个"]);

        let refused = shop.post("/api/v1/tickets", body).await;

        assert_eq!(refused.problem(), (422, "invalid".into()));
        assert_eq!(refused.at("errors.0.field"), "category");
    })
    .await;
}

#[tokio::test]
async fn a_22_a_program_that_knows_no_form_files_the_least_there_is() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let mut least = complaint();
        least.as_object_mut().unwrap().remove("fields");
        let mut half = complaint();
        half["fields"] = json!({ "batch": "L2209" });

        let filed = shop.post("/api/v1/tickets", least).await;
        let refused = shop.post("/api/v1/tickets", half).await;

        assert_eq!(filed.status, 201, "{filed:?}");
        assert_eq!(refused.problem(), (422, "invalid".into()));
        assert_eq!(refused.at("errors.0.field"), "fields.order_no");
    })
    .await;
}
