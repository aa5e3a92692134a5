//! What whoever answers sees.

use domain::actor::{Actor, Permission};
use domain::field::Field;
use domain::flow::kind::StepKind;
use domain::flow::{FieldUse, Flow, Step};
use domain::id::TaskId;
use domain::narrow::{Asks, Choice, NarrowField, NarrowPage, NarrowTask, Standing};
use domain::partner::Through;
use domain::task::{Task, TaskKind, TaskState};
use domain::ticket::Ticket;
use store::people::{agents, roles};
use store::{Tx, attachments, names, pages, partner_contacts, partners, signatures, task_lines};
use store::{tasks, tickets};

use super::sees;
use crate::{Desk, DeskError, Result, task_views};

/// More than anybody can do at once.
const MOST: u16 = 100;

impl Desk {
    /// One's own task, with what its step shows.
    pub async fn narrow_page(&self, actor: &Actor, task: TaskId) -> Result<NarrowPage> {
        let mut tx = self.store.read().await?;
        let task = tasks::find(&mut tx, task).await?.filter(|task| sees(actor, task));
        let task = task.ok_or(DeskError::NotFound)?;
        let (ticket, flow) = of_task(&mut tx, &task).await?;
        let step = flow.step(&task.step).filter(|_| task.kind == TaskKind::Step);
        let lines = task_lines::of_task(&mut tx, task.id).await?;
        Ok(NarrowPage {
            number: ticket.id.number(),
            title: task_views::name(&task, &flow),
            instructions: step.and_then(|step| step.instructions.clone()),
            asked_by: asked_by(&mut tx, &task, &ticket).await?,
            answered_for: answered_for(&mut tx, actor).await?,
            due_at: task.step_due_at,
            asks: if lines.is_empty() { asks(step) } else { Asks::Lines },
            fields: fields(&mut tx, actor, &ticket, step).await?,
            lines,
            attachments: attachments::of_task(&mut tx, task.id).await?,
            standing: standing(&task),
            signature: signatures::of_task(&mut tx, task.id).await?,
            at: self.clock.now(),
            task: task.id,
        })
    }

    /// What is to be answered by whoever asks, the most pressing first.
    pub async fn narrow_tasks(&self, actor: &Actor) -> Result<Vec<NarrowTask>> {
        let mut tx = self.store.read().await?;
        let mine = match actor {
            Actor::Agent(agent) => tasks::actionable_of(&mut tx, agent.id, MOST).await?,
            Actor::Partner(partner) => match &partner.through {
                Through::Link(_) => return Err(DeskError::Forbidden),
                Through::Program(may) => {
                    crate::error::allow(may.contains(&Permission::ReadTickets))?;
                    tasks::open_of_partner(&mut tx, partner.partner, MOST).await?
                }
            },
            Actor::Customer(_) | Actor::Link { .. } | Actor::Visitor | Actor::System => {
                return Err(DeskError::Forbidden);
            }
        };
        let mut rows = Vec::with_capacity(mine.len());
        for task in mine {
            rows.push(row(&mut tx, &task).await?);
        }
        Ok(rows)
    }
}

async fn row(tx: &mut Tx, task: &Task) -> Result<NarrowTask> {
    let (ticket, flow) = of_task(tx, task).await?;
    Ok(NarrowTask {
        id: task.id,
        number: ticket.id.number(),
        title: task_views::name(task, &flow),
        asked_by: asked_by(tx, task, &ticket).await?,
        due_at: task.step_due_at,
        state: task.state,
        created_at: task.created_at,
    })
}

async fn of_task(tx: &mut Tx, task: &Task) -> Result<(Ticket, Flow)> {
    let ticket = tickets::find(tx, task.ticket).await?.ok_or(DeskError::NotFound)?;
    let flow = names::flows(tx, [ticket.flow]).await?.remove(&ticket.flow);
    Ok((ticket, flow.ok_or(DeskError::NotFound)?))
}

/// Whoever asked; for a step of the flow, whoever answers for the ticket.
async fn asked_by(tx: &mut Tx, task: &Task, ticket: &Ticket) -> Result<Option<String>> {
    let by = task.asked.as_ref().map_or(ticket.owner, |asked| asked.by);
    let Some(by) = by else { return Ok(None) };
    Ok(agents::find(tx, by).await?.map(|agent| agent.name))
}

async fn answered_for(tx: &mut Tx, actor: &Actor) -> Result<String> {
    match actor {
        Actor::Agent(agent) => Ok(agent.name.clone()),
        Actor::Partner(partner) => {
            let house = partners::find(tx, partner.partner).await?;
            let person = partner_contacts::find_active(tx, partner.contact).await?;
            let (house, person) = house.zip(person).ok_or(DeskError::NotFound)?;
            Ok(format!("{} · {}", house.name, person.name))
        }
        Actor::Customer(_) | Actor::Link { .. } | Actor::Visitor | Actor::System => {
            Err(DeskError::NotFound)
        }
    }
}

pub(super) fn asks(step: Option<&Step>) -> Asks {
    let Some(step) = step else { return Asks::Words };
    match &step.kind {
        StepKind::Question { answers } => Asks::Choice(
            answers
                .iter()
                .map(|answer| Choice {
                    outcome: answer.outcome.0.clone(),
                    label: Some(answer.label.clone()),
                    needs_note: answer.needs_note,
                })
                .collect(),
        ),
        StepKind::Approval => {
            let choices = step.kind.outcomes().into_iter().map(|outcome| Choice {
                needs_note: step.kind.needs_note(&outcome),
                outcome: outcome.0,
                label: None,
            });
            Asks::Choice(choices.collect())
        }
        StepKind::Confirmation => Asks::Lines,
        StepKind::Accept
        | StepKind::Work
        | StepKind::Feedback
        | StepKind::Action(_)
        | StepKind::Timer { .. }
        | StepKind::Fork { .. }
        | StepKind::Ticket { .. } => Asks::Done,
    }
}

/// The step's own fields, and no other of the ticket.
pub(super) async fn fields(
    tx: &mut Tx,
    actor: &Actor,
    ticket: &Ticket,
    step: Option<&Step>,
) -> Result<Vec<NarrowField>> {
    let Some(step) = step.filter(|step| !step.fields.is_empty()) else { return Ok(Vec::new()) };
    let roles = match actor.agent() {
        Some(agent) => roles::keys_of(tx, agent.id).await?,
        None => Vec::new(),
    };
    let known = pages::fields(tx, ticket).await?;
    let seen = step.fields_for(&roles).filter_map(|wanted| {
        let view = known.iter().find(|view| view.field.key == wanted.key)?;
        // What the form leaves open, the step may need.
        let required = wanted.usage == FieldUse::Require;
        Some(NarrowField {
            field: Field { required, ..view.field.clone() },
            value: view.value.as_ref().map(domain::field::FieldValue::to_text),
            open: wanted.usage.is_open(),
        })
    });
    Ok(seen.collect())
}

fn standing(task: &Task) -> Standing {
    match task.state {
        TaskState::Done | TaskState::Failed | TaskState::SentBack => Standing::Answered {
            outcome: task.outcome.as_ref().map(|outcome| outcome.0.clone()),
            answer: task.answer.clone(),
            at: task.done_at,
        },
        TaskState::Cancelled | TaskState::Skipped => Standing::Withdrawn,
        TaskState::Pending
        | TaskState::Ready
        | TaskState::Claimed
        | TaskState::InProgress
        | TaskState::WaitingExternal => Standing::Open,
    }
}
