//! Calculators, declared and run by a program.

use serde_json::{Value, json};
use testkit::both;

use crate::program::Program;

fn fakes(category: i64) -> Value {
    json!({
        "name": "赔付金额",
        "category_ids": [category],
        "inputs": [
            { "name": "货款", "kind": "money", "field": "amount" },
            { "name": "倍数", "kind": "number", "default": "3" },
        ],
        "formula": "min(货款 * 倍数, 500)",
        "result": {
            "label": "应赔", "kind": "money", "round_to": "hundredth", "rounding": "half_up",
            "field": "compensation",
        },
        "examples": [{ "given": ["89", "3"], "expected": "267" }],
    })
}

async fn with_money(desk: &testkit::TestDesk) {
    for key in ["amount", "compensation"] {
        let new = desk::NewField {
            category: desk.cast.complaint,
            key: key.into(),
            label: key.into(),
            help: None,
            kind: domain::field::FieldKind::Money,
            required: false,
        };
        desk.create_field(&domain::actor::Actor::System, new).await.unwrap();
    }
}

#[tokio::test]
async fn e_05_a_program_declares_publishes_and_calculates() {
    both(|desk| async move {
        with_money(&desk).await;
        let admin = Program::of(&desk, "admin").await;
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = desk.file_ticket().await.number();

        let made = admin.post("/api/v1/calculators", fakes(desk.cast.complaint.0)).await;
        assert_eq!(made.status, 201, "{:?}", made.body);
        let id = made.body["id"].as_i64().unwrap();
        let publish = format!("/api/v1/calculators/{id}/publish");
        let published = admin.post(&publish, json!({ "revision": 1, "note": "首版" })).await;
        assert_eq!(published.body["versions"][0]["version"], 1, "{:?}", published.body);

        let offered = agent.get(&format!("/api/v1/tickets/{ticket}/calculators")).await;
        assert_eq!(offered.body["items"][0]["inputs"][1]["value"], "3");
        let path = format!("/api/v1/tickets/{ticket}/calculations");
        let wish = json!({ "calculator_id": id, "given": { "货款": "89" }, "write": true });
        let kept = agent.post(&path, wish).await;

        assert_eq!(kept.status, 201, "{:?}", kept.body);
        assert_eq!(kept.body["result"], "267.00");
        assert_eq!(kept.body["recomputed"], "267.00");
        assert_eq!(kept.body["given"], json!({ "货款": "89.00", "倍数": "3" }));
        let runs = agent.get(&path).await;
        assert_eq!(runs.body["items"][0], kept.body);
        let timeline = agent.get(&format!("/api/v1/tickets/{ticket}/timeline")).await;
        let newest = &timeline.body["items"][0];
        assert_eq!(newest["kind"], "calculation_stored");
        assert_eq!(newest["details"]["version"], 1);
    })
    .await;
}

#[tokio::test]
async fn e_05_what_is_wrong_is_said_at_its_place() {
    both(|desk| async move {
        let admin = Program::of(&desk, "admin").await;
        let mut wrong = fakes(desk.cast.complaint.0);
        wrong["formula"] = "min(货价 * 3, 500)".into();
        let made = admin.post("/api/v1/calculators", wrong).await;
        let id = made.body["id"].as_i64().unwrap();

        let publish = format!("/api/v1/calculators/{id}/publish");
        let refused = admin.post(&publish, json!({ "revision": 1 })).await;

        assert_eq!(refused.status, 422);
        let errors = refused.body["errors"].as_array().unwrap();
        let formula = errors.iter().find(|error| error["field"] == "formula").unwrap();
        assert_eq!(formula["code"], "bad_formula");
        assert_eq!(formula["detail"], "at character 5: there is no input called `货价`");
        let stale = admin.post(&publish, json!({ "revision": 7 })).await;
        assert_eq!((stale.status, &stale.body["code"]), (409, &json!("conflict")));
    })
    .await;
}

#[tokio::test]
async fn e_05_what_is_longer_than_documented_is_refused_at_its_place() {
    both(|desk| async move {
        let admin = Program::of(&desk, "admin").await;
        let mut long = fakes(desk.cast.complaint.0);
        long["formula"] = "1".repeat(501).into();
        long["inputs"][0]["unit"] = "a".repeat(9).into();
        long["inputs"][1]["kind"] = "choice".into();
        long["inputs"][1]["options"] = json!(vec!["快递"; 31]);
        long["examples"][0]["given"][1] = "9".repeat(81).into();

        let refused = admin.post("/api/v1/calculators", long).await;

        assert_eq!(refused.problem(), (422, "invalid".into()));
        let errors = refused.body["errors"].as_array().unwrap();
        let found = errors.iter().map(|it| (it["field"].as_str().unwrap(), &it["max"]));
        let found: Vec<_> = found.collect();
        assert_eq!(
            found,
            [
                ("formula", &json!(500)),
                ("inputs.0.unit", &json!(8)),
                ("inputs.1.options", &json!(30)),
                ("examples.0.given.1", &json!(80)),
            ]
        );
        let none = admin.get("/api/v1/calculators").await;
        assert_eq!(none.body["items"], json!([]), "nothing of it is kept");
    })
    .await;
}

#[tokio::test]
async fn e_05_only_administrators_declare_and_only_who_may_edit_calculates() {
    both(|desk| async move {
        with_money(&desk).await;
        let admin = Program::of(&desk, "admin").await;
        let made = admin.post("/api/v1/calculators", fakes(desk.cast.complaint.0)).await;
        let id = made.body["id"].as_i64().unwrap();
        let publish = format!("/api/v1/calculators/{id}/publish");
        admin.post(&publish, json!({ "revision": 1 })).await;
        let ticket = desk.file_ticket().await.number();
        let agent = Program::of(&desk, "zhangqi").await;
        let observer = Program::of(&desk, "guanchayuan").await;
        let outsider = Program::of(&desk, "chenjing").await;
        let path = format!("/api/v1/tickets/{ticket}/calculations");
        let wish = json!({ "calculator_id": id, "given": { "货款": "89" } });

        let declared = agent.post("/api/v1/calculators", fakes(desk.cast.complaint.0)).await;
        let withdrawn = agent.act(&format!("/api/v1/calculators/{id}/withdraw")).await;
        let observed = observer.post(&path, wish.clone()).await;
        let outside = outsider.post(&path, wish.clone()).await;

        assert_eq!((declared.status, withdrawn.status), (403, 403));
        assert_eq!((observed.status, outside.status), (403, 404));
        assert_eq!(admin.act(&format!("/api/v1/calculators/{id}/withdraw")).await.status, 204);
        assert_eq!(agent.post(&path, wish).await.status, 404);
    })
    .await;
}
