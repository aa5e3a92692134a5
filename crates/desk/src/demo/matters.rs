//! Matters that move along flows of their own: what the desk is proud of, ready to be tried.
//!
//! Each is a leaf with its form, and a flow made and published by the operations an administrator
//! uses, too.

mod compensation;
mod complaint;
mod hotel;
mod offices;
mod penalty;
mod refund;
pub(super) mod repaired;
mod visit;

use domain::actor::Actor;
use domain::category::Leaf;
use domain::due::Targets;
use domain::flow::kind::{ActionCall, StepKind};
use domain::flow::owner::OwnerRule;
use domain::flow::{Flow, Outcome, Step, StepKey, Transition};
use domain::id::CategoryId;
use domain::priority::{Importance, Urgency};

use super::house::House;
use super::menu::{self, Branches};
use crate::{Desk, DeskError, NewCategory, Result};

/// A leaf, and how its tickets move.
pub(super) struct Matter {
    pub path: &'static str,
    pub hint: &'static str,
    pub team: &'static str,
    /// Hours to the first answer, and to the solution.
    pub targets: (u16, u16),
    pub form: &'static str,
    pub flow_name: &'static str,
    pub flow: Flow,
}

/// The leaves customers may file themselves; the others come from elsewhere.
pub(super) async fn lay_out(
    desk: &Desk,
    house: &House,
    branches: &mut Branches,
) -> Result<Vec<CategoryId>> {
    let mut for_customers = Vec::new();
    let offices = offices::open(desk).await?;
    let complaint = complaint::matter(&offices);
    let path = complaint.path;
    let matters = [
        complaint,
        compensation::matter(&offices),
        hotel::matter(&offices),
        penalty::matter(),
        refund::matter(),
        visit::matter(),
    ];
    for matter in matters {
        let named = matter.path == path;
        let asked_for = matter.path.starts_with("申请/");
        let leaf = begin(desk, house, branches, matter).await?;
        if named {
            desk.create_channel(&Actor::System, "c315", "315 / 消协", &[leaf]).await?;
        }
        if asked_for {
            for_customers.push(leaf);
        }
    }
    Ok(for_customers)
}

async fn begin(
    desk: &Desk,
    house: &House,
    branches: &mut Branches,
    matter: Matter,
) -> Result<CategoryId> {
    let parent = menu::branch(desk, branches, matter.path).await?;
    let name = matter.path.rsplit('/').next().unwrap_or(matter.path);
    let (first_response_hours, resolution_hours) = matter.targets;
    let leaf = Leaf {
        group: house.team(matter.team).ok_or(DeskError::NotFound)?.id,
        targets: Targets { first_response_hours, resolution_hours },
        urgency: Urgency::High,
        importance: Importance::High,
        people_only: false,
    };
    let (name, hint) = (name.to_owned(), Some(matter.hint.to_owned()));
    let new = NewCategory { parent, name, hint, leaf: Some(leaf) };
    let id = desk.create_category(&Actor::System, new).await?;
    menu::add_form(desk, id, matter.form).await?;
    run(desk, id, matter.flow_name, matter.flow).await?;
    Ok(id)
}

/// The fields have to be there before a flow can name them, so the leaf comes first.
async fn run(desk: &Desk, leaf: CategoryId, name: &str, flow: Flow) -> Result<()> {
    let system = Actor::System;
    let id = desk.create_flow(&system, name).await?;
    let problems = desk.save_flow(&system, id, Some(flow)).await?;
    if !problems.is_empty() {
        tracing::error!(name, ?problems, "a flow of the demo cannot be published");
    }
    desk.publish_flow(&system, id, None).await?;
    desk.run_flow_in(&system, id, &[leaf]).await
}

fn work(key: &str, name: &str, owner: OwnerRule) -> Step {
    Step::new(key, name, StepKind::Work, owner)
}

/// An operation of the shop. Refused or not known, somebody looks at it.
fn action(key: &str, name: &str, operation: &str, then: &str, repair: &str) -> Step {
    let (connector, operation) = ("shop".to_owned(), operation.to_owned());
    let kind = StepKind::Action(ActionCall { connector, operation });
    Step::new(key, name, kind, OwnerRule::Desk)
        .on(StepKind::CONFIRMED, then)
        .on(StepKind::REFUSED, repair)
        .on(StepKind::UNKNOWN, repair)
}

fn way(on: Option<&str>, when: Vec<domain::flow::facts::Test>, to: &str) -> Transition {
    Transition { on: on.map(Outcome::new), when, to: Some(StepKey::new(to)) }
}

fn handler_of(step: &str) -> OwnerRule {
    OwnerRule::HandlerOf { step: StepKey::new(step) }
}
