//! Tasks as their reader sees them: with their step, and what may be done with them.

use domain::actor::{Actor, Permission, TakesPart};
use domain::flow::{Flow, Step};
use domain::id::AgentId;
use domain::page::TaskView;
use domain::task::{Task, TaskKind};
use domain::ticket::Ticket;
use store::Tx;
use store::names::Names;

use crate::Result;
use crate::flows::has_in_hand;
use crate::tasks::is_queued_for;

/// A ticket, and who looks at it.
pub(crate) struct Seen<'a> {
    pub actor: &'a Actor,
    pub ticket: &'a Ticket,
    pub takes_part: TakesPart,
    pub flow: &'a Flow,
}

pub(crate) async fn all(
    tx: &mut Tx,
    seen: &Seen<'_>,
    tasks: &[Task],
    names: &Names,
) -> Result<Vec<TaskView>> {
    let me = seen.actor.agent();
    let roles = match me {
        Some(agent) => store::people::roles::keys_of(tx, agent.id).await?,
        None => Vec::new(),
    };
    let views = tasks.iter().map(|task| TaskView {
        step: seen.flow.step(&task.step).map(|step| as_seen_by(step, &roles)),
        step_name: name(task, seen.flow),
        group: names.group_name(task.group),
        handler: task.handler.map(|id| names.person(id)),
        department: task.department.map(|id| names.department(id)),
        partner: task.partner.map(|id| names.partner(id)),
        asked_by: task.asked.as_ref().and_then(|it| it.by).map(|id| names.person(id)),
        may_finish: seen.may_finish(task),
        may_assign: seen.may_assign(task),
        may_claim: seen.may_claim(task),
        task: task.clone(),
    });
    Ok(views.collect())
}

fn as_seen_by(step: &Step, roles: &[String]) -> Step {
    Step { fields: step.fields_for(roles).cloned().collect(), ..step.clone() }
}

/// What the step is called, or what was asked.
pub(crate) fn name(task: &Task, flow: &Flow) -> String {
    match &task.asked {
        Some(asked) => asked.question.clone(),
        None => flow.step(&task.step).map_or_else(|| task.step.0.clone(), |it| it.name.clone()),
    }
}

impl Seen<'_> {
    fn may(&self, permission: Permission) -> bool {
        self.actor.may(permission, &self.ticket.whose(self.takes_part))
    }

    fn is_mine(&self, task: &Task) -> bool {
        let me: Option<AgentId> = self.actor.agent().map(|agent| agent.id);
        me.is_some() && task.handler == me
    }

    /// As [`crate::completing`] decides.
    fn may_finish(&self, task: &Task) -> bool {
        if !task.is_actionable() || task.kind == TaskKind::Automatic {
            return false;
        }
        if self.is_mine(task) && !has_in_hand(self.flow, task) {
            return true;
        }
        let others = task.handler.is_some() && !self.is_mine(task);
        self.may(Permission::Resolve) && (!others || self.may(Permission::Reassign))
    }

    /// As [`crate::tasks`] decides.
    fn may_claim(&self, task: &Task) -> bool {
        let free = task.is_actionable() && task.handler.is_none();
        free && (self.may(Permission::Claim) || is_queued_for(self.actor, task))
    }

    /// As [`crate::tasks`] decides.
    fn may_assign(&self, task: &Task) -> bool {
        let led = self.actor.agent().map(|agent| agent.departments.as_slice()).unwrap_or_default();
        let open = !task.state.is_over() && task.partner.is_none();
        let mine = match task.department {
            Some(department) => self.is_mine(task) || led.contains(&department),
            None => self.may(Permission::Reassign),
        };
        open && task.kind != TaskKind::Automatic && mine
    }
}
