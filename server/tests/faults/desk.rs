//! A desk that knows the shop, before the server opens it.

use std::sync::Arc;

use desk::{Desk, Fittings, NewField, SealingKey, SystemClock, TokenScope};
use domain::actor::Actor;
use domain::field::FieldKind;
use domain::flow::kind::{ActionCall, Answer, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{FieldUse, Flow, Outcome, Step, StepField};
use domain::time::Span;
use store::Store;
use store::files::Files;
use testkit::{Database, Mailbox, Place, Shop};

pub struct Prepared {
    pub place: Place,
    pub store: Store,
    pub token: String,
    pub sealing: String,
}

impl Prepared {
    pub async fn open(database: Database, shop: &Shop) -> Self {
        let (place, cast) = database.with_cast().await;
        let sealing = SealingKey::random();
        let store = Store::open(&place.url).await.unwrap();
        let files = format!("file:{}", place.folder.path().join("files").display());
        let files = Files::open(&files).await.unwrap();
        let fittings = Fittings {
            sealing: sealing.clone(),
            ..Fittings::for_tests(Arc::new(Mailbox::default()))
        };
        let desk = Desk::open(store.clone(), files, Arc::new(SystemClock), fittings).await.unwrap();
        let system = Actor::System;
        let secret = Some(Shop::SECRET.to_owned());
        desk.declare_connector(&system, shop.connector(), secret).await.unwrap();
        let amount = NewField {
            category: cast.complaint,
            key: "amount".into(),
            label: "退款金额".into(),
            help: None,
            kind: FieldKind::Money,
            required: false,
        };
        desk.create_field(&system, amount).await.unwrap();
        let flow = desk.create_flow(&system, "退款").await.unwrap();
        assert_eq!(desk.save_flow(&system, flow, Some(refunding())).await.unwrap(), []);
        desk.publish_flow(&system, flow, None).await.unwrap();
        desk.run_flow_in(&system, flow, &[cast.complaint]).await.unwrap();
        let admin = desk.agent_by_login("admin").await.unwrap().unwrap();
        let scopes = TokenScope::ALL;
        let granted =
            desk.create_token(&admin, "zhangqi", "torment", &scopes, Span::days(1)).await.unwrap();
        desk.shut();
        let sealing = sealing.to_text();
        Self { place, store, token: granted.token, sealing }
    }
}

/// Somebody decides on a refund, the shop makes it; what fails is somebody's again.
fn refunding() -> Flow {
    let answer =
        |word: &str| Answer { outcome: Outcome::new(word), label: word.into(), needs_note: false };
    let verdict = StepKind::Question { answers: vec![answer("refund"), answer("none")] };
    let mut judge = Step::new("judge", "处理结论", verdict, OwnerRule::Queue)
        .on("refund", "refund")
        .on("none", "tell");
    let usage = FieldUse::Edit;
    judge.fields = vec![StepField { key: "amount".into(), usage, roles: vec![] }];
    let call = ActionCall { connector: "shop".into(), operation: "refund".into() };
    let refund = Step::new("refund", "订单系统退款", StepKind::Action(call), OwnerRule::Desk)
        .on("confirmed", "tell")
        .on("refused", "fix")
        .on("unknown", "fix");
    let people = OwnerRule::PreviousHandler;
    let steps = vec![
        judge,
        refund,
        Step::new("fix", "退款失败", StepKind::Work, people.clone()).then("tell"),
        Step::new("tell", "告知客户", StepKind::Feedback, people).then_end(),
    ];
    Flow { steps, ..Flow::default() }
}
