//! What can be done that is about no ticket in particular.

use bytes::Bytes;
use desk::{
    Desk, NewAgent, NewCategory, NewContact, NewField, NewGroup, NewRole, Result, TokenScope,
};
use domain::actor::{Actor, Grants};
use domain::behind::{BehindQuery, Number};
use domain::calculator::{CalculatorDef, Example, InputDef, ResultDef};
use domain::channel::Channel;
use domain::field::FieldKind;
use domain::flow::Flow;
use domain::flow::page::FlowFile;
use domain::id::{ContactId, FlowId, PartnerId};
use domain::list::{PageSize, Shelf, TicketQuery};
use domain::org::{Dispatch, Membership};
use domain::page::Filing;
use domain::partner::PartnerKind;
use domain::stuck::Thresholds;
use domain::supervision::{Days, SupervisionQuery};
use domain::time::Span;
use testkit::{PASSWORD, TestDesk};

use super::of_things;

pub const OPERATIONS: [&str; 81] = [
    "file",
    "upload",
    "worklist",
    "tickets",
    "search",
    "counts",
    "my_tickets",
    "live",
    "board",
    "behind",
    "customers",
    "customer",
    "set_region",
    "served_regions",
    "groups",
    "colleagues",
    "whom",
    "me",
    "my_profile",
    "set_available",
    "change_password",
    "reassign nothing",
    "create_token",
    "create_department",
    "create_group",
    "groups_set_up",
    "set_escalation",
    "set_people_only",
    "rules",
    "set_archive_after",
    "step_times",
    "join_group",
    "create_role",
    "create_agent",
    "appoint",
    "create_category",
    "create_field",
    "create_channel",
    "create_flow",
    "rename_flow",
    "save_flow",
    "save_flow_seen",
    "publish_flow",
    "publish_flow_seen",
    "run_flow_in",
    "run_flow_only_in",
    "export_flow",
    "import_flow",
    "import_flow_text",
    "flows",
    "flow_page",
    "declare_connector",
    "connectors",
    "save_connector",
    "connector_page",
    "connector_calls",
    "connector_events",
    "try_connector",
    "look_up",
    "create_calculator",
    "save_calculator",
    "publish_calculator",
    "offer_calculator",
    "calculators",
    "calculator",
    "field_choices",
    "supervisions",
    "supervision_board",
    "stuck_thresholds",
    "set_stuck_thresholds",
    "narrow_tasks",
    "partners",
    "create_partner",
    "add_contact",
    "set_partner_active",
    "set_contact_active",
    "open_to_partners",
    "opened_to_partners",
    "create_partner_token",
    "departments",
    "set_territory",
];

pub async fn attempt(desk: &TestDesk, who: &Actor, what: &str) -> Result<()> {
    let cast = &desk.cast;
    let words = TicketQuery { words: Some("精华".into()), ..TicketQuery::default() };
    match what {
        "file" => desk.file(who, Channel::WEB, filing(desk)).await.map(drop),
        "upload" => desk.upload(who, "a.txt", Bytes::from_static(b"a")).await.map(drop),
        "worklist" => {
            desk.worklist(who, Shelf::Mine, None, None, PageSize::default()).await.map(drop)
        }
        "tickets" => desk.tickets(who, TicketQuery::default()).await.map(drop),
        "search" => desk.tickets(who, words).await.map(drop),
        "counts" => desk.counts(who).await.map(drop),
        "my_tickets" => desk.my_tickets(who, None).await.map(drop),
        "live" => desk.live(who, None).await.map(drop),
        "board" => desk.board(who).await.map(drop),
        "behind" => desk.behind(who, BehindQuery::of(Number::Created)).await.map(drop),
        "customers" => desk.customers(who, None, None).await.map(drop),
        "customer" => Desk::customer(desk, who, cast.customer).await.map(drop),
        "set_region" => desk.set_region(who, cast.customer, Some("浙江".into())).await,
        "served_regions" => desk.served_regions(who).await.map(drop),
        "groups" => desk.groups(who).await.map(drop),
        "colleagues" => desk.colleagues(who).await.map(drop),
        "whom" => desk.whom(who).await.map(drop),
        "me" => desk.me(who).await.map(drop),
        "my_profile" => desk.my_profile(who).await.map(drop),
        "set_available" => desk.set_available(who, true).await,
        "change_password" => desk.change_password(who, "short", "short").await.map(drop),
        "reassign nothing" => desk.reassign(who, vec![], None, None, None).await.map(drop),
        other => watch_over(desk, who, other).await,
    }
}

/// What leaders do.
async fn watch_over(desk: &TestDesk, who: &Actor, what: &str) -> Result<()> {
    match what {
        "supervisions" => desk.supervisions(who, SupervisionQuery::default()).await.map(drop),
        "step_times" => desk.step_times(who).await.map(drop),
        "supervision_board" => desk.supervision_board(who, Days::default()).await.map(drop),
        "stuck_thresholds" => desk.stuck_thresholds(who).await.map(drop),
        "set_stuck_thresholds" => {
            desk.set_stuck_thresholds(who, Thresholds::default()).await.map(drop)
        }
        "declare_connector" | "connectors" | "save_connector" | "connector_page"
        | "connector_calls" | "connector_events" | "try_connector" | "look_up" => {
            of_things::attempt_at_large(desk, who, what).await
        }
        other => administer(desk, who, other).await,
    }
}

/// What administrators do. It is done twice, and refused the second time for what is taken.
async fn administer(desk: &TestDesk, who: &Actor, what: &str) -> Result<()> {
    let cast = &desk.cast;
    let (department, group, agent) = (cast.centre, cast.group, cast.agent);
    let text = || "新的".to_owned();
    let key = || "new".to_owned();
    match what {
        "create_token" => {
            let scopes = [TokenScope::TicketsRead];
            desk.create_token(who, "zhangqi", "读", &scopes, Span::days(1)).await.map(drop)
        }
        "create_department" => desk.create_department(who, None, "新的").await.map(drop),
        "create_group" => {
            let new = NewGroup { department, name: text(), dispatch: Dispatch::Claim };
            desk.create_group(who, new).await.map(drop)
        }
        "groups_set_up" => desk.groups_set_up(who).await.map(drop),
        "set_people_only" => desk.set_people_only(who, cast.complaint, true).await,
        "rules" => desk.rules(who).await.map(drop),
        "set_archive_after" => desk.set_archive_after(who, 30).await,
        "set_escalation" => desk.set_escalation(who, group, Some(cast.other_group)).await,
        "join_group" => desk.join_group(who, Membership { group, agent, skill: 3, cap: 10 }).await,
        "create_role" => {
            let new = NewRole { key: key(), name: text(), grants: Grants::default() };
            desk.create_role(who, new).await.map(drop)
        }
        "create_agent" => {
            let (login, password) = (key(), PASSWORD.to_owned());
            let new = NewAgent { login, name: text(), department, password, roles: vec![] };
            desk.create_agent(who, new).await.map(drop)
        }
        "appoint" => desk.appoint(who, cast.after_sales, cast.leader).await,
        "create_category" => {
            let new = NewCategory { parent: None, name: text(), hint: None, leaf: None };
            desk.create_category(who, new).await.map(drop)
        }
        "create_field" => {
            let (category, kind) = (cast.invoice, FieldKind::Money);
            let (key, label) = (key(), text());
            let new = NewField { category, key, label, help: None, kind, required: false };
            desk.create_field(who, new).await.map(drop)
        }
        "create_channel" => desk.create_channel(who, "new", "新的", &[]).await.map(drop),
        other => design(desk, who, other).await,
    }
}

async fn design(desk: &TestDesk, who: &Actor, what: &str) -> Result<()> {
    let standard = FlowId(1);
    let file = FlowFile { gongdan_flow: 0, name: String::new(), flow: serde_json::Value::Null };
    match what {
        "create_flow" => desk.create_flow(who, "新的").await.map(drop),
        "rename_flow" => desk.rename_flow(who, standard, "新名").await,
        "save_flow" => desk.save_flow(who, standard, Some(Flow::standard())).await.map(drop),
        "publish_flow" => desk.publish_flow(who, standard, None).await.map(drop),
        "save_flow_seen" => desk.save_flow_seen(who, standard, None, None).await.map(drop),
        "publish_flow_seen" => desk.publish_flow_seen(who, standard, None, None).await.map(drop),
        "run_flow_in" => desk.run_flow_in(who, standard, &[]).await,
        "run_flow_only_in" => desk.run_flow_only_in(who, standard, &[]).await,
        "export_flow" => desk.export_flow(who, standard).await.map(drop),
        "import_flow" => desk.import_flow(who, standard, file).await,
        "import_flow_text" => desk.import_flow_text(who, standard, "").await,
        "flows" => desk.flows(who).await.map(drop),
        "flow_page" => desk.flow_page(who, standard).await.map(drop),
        other => declare(desk, who, other).await,
    }
}

async fn keep(desk: &TestDesk, who: &Actor, what: &str) -> Result<()> {
    let (partner, contact, centre) = (PartnerId(999), ContactId(999), desk.cast.centre);
    let scopes = [TokenScope::TicketsRead];
    match what {
        "narrow_tasks" => desk.narrow_tasks(who).await.map(drop),
        "partners" => desk.partners(who).await.map(drop),
        "create_partner" => {
            desk.create_partner(who, PartnerKind::Merchant, "新商家").await.map(drop)
        }
        "add_contact" => desk.add_contact(who, NewContact::default()).await.map(drop),
        "set_partner_active" => known(desk.set_partner_active(who, partner, true).await),
        "set_contact_active" => desk.set_contact_active(who, contact, true).await,
        "open_to_partners" => desk.open_to_partners(who, &[]).await,
        "opened_to_partners" => desk.opened_to_partners(who).await.map(drop),
        "create_partner_token" => {
            desk.create_partner_token(who, contact, "读", &scopes, Span::days(1)).await.map(drop)
        }
        "departments" => desk.departments(who).await.map(drop),
        "set_territory" => desk.set_territory(who, centre, "").await,
        other => unreachable!("{other}"),
    }
}

/// There is none; whoever is told so was let through.
fn known(outcome: Result<()>) -> Result<()> {
    match outcome {
        Err(desk::DeskError::NotFound) => Ok(()),
        other => other,
    }
}

async fn declare(desk: &TestDesk, who: &Actor, what: &str) -> Result<()> {
    let id = desk.create_calculator(&Actor::System, doubled()).await?;
    match what {
        "create_calculator" => desk.create_calculator(who, doubled()).await.map(drop),
        "save_calculator" => desk.save_calculator(who, id, 1, doubled()).await.map(drop),
        "publish_calculator" => desk.publish_calculator(who, id, 1, None).await.map(drop),
        "offer_calculator" => desk.offer_calculator(who, id, false).await,
        "calculators" => desk.calculators(who).await.map(drop),
        "calculator" => desk.calculator(who, id).await.map(drop),
        "field_choices" => desk.field_choices(who, &[]).await.map(drop),
        other => keep(desk, who, other).await,
    }
}

/// A calculator that can be published.
pub fn doubled() -> CalculatorDef {
    CalculatorDef {
        name: "加倍".into(),
        inputs: vec![InputDef { name: "货款".into(), ..InputDef::default() }],
        formula: "货款 * 2".into(),
        result: ResultDef { label: "应赔".into(), ..ResultDef::default() },
        examples: vec![Example { given: vec!["1".into()], expected: "2".into() }],
        ..CalculatorDef::default()
    }
}

/// Whole enough for somebody unknown.
fn filing(desk: &TestDesk) -> Filing {
    Filing { phone: Some("13700000001".into()), ..desk.filing() }
}
