//! Lives as rows.

use domain::event::{By, What};
use domain::id::{AgentId, CustomerId, MessageId, TaskId};
use domain::message::Author;
use domain::state::TicketState;
use domain::task::Task;
use domain::ticket::{ResolutionCode, Ticket};

use super::bulk::{Bulk, Cell};
use super::lives::{Life, Said};
use crate::{Result, Tx, on, tasks, to_json, words};

/// The next free ids.
pub(super) struct Next {
    task: i64,
    message: i64,
}

pub(super) async fn next_ids(tx: &mut Tx) -> Result<Next> {
    let (task, message): (i64, i64) = on!(tx, conn => {
        sqlx::query_as(
            "SELECT COALESCE((SELECT MAX(id) FROM tasks), 0) + 1,
                 COALESCE((SELECT MAX(id) FROM messages), 0) + 1",
        )
        .fetch_one(conn)
        .await?
    });
    Ok(Next { task, message })
}

pub(super) fn add(bulk: &mut Bulk, next: &mut Next, life: &Life, postgres: bool) -> Result<()> {
    bulk.add("tickets", TICKETS, ticket(&life.ticket));
    for one in &life.tasks {
        bulk.add("tasks", TASKS, task(one, next.task));
    }
    for (place, said) in (0..).zip(&life.said) {
        let also = if place == 0 { also(life) } else { String::new() };
        message(bulk, life, said, next.message + place, &also, postgres);
    }
    for (by, at, what) in &life.events {
        let what = renumbered(what.clone(), next);
        let (agent, customer) = by_columns(*by);
        let row = vec![
            life.ticket.id.0.into(),
            agent.into(),
            customer.into(),
            at.0.into(),
            what.is_public().into(),
            to_json(&what)?.into(),
        ];
        bulk.add("events", "ticket, agent, customer, at, public, what", row);
    }
    if let Some(agent) = life.handler {
        let row = vec![life.ticket.id.0.into(), agent.0.into(), false.into()];
        bulk.add("participants", "ticket, agent, follows", row);
    }
    next.task += i64::try_from(life.tasks.len()).unwrap_or_default();
    next.message += i64::try_from(life.said.len()).unwrap_or_default();
    Ok(())
}

/// What the first message is found by besides its own words.
fn also(life: &Life) -> String {
    format!("{} {} {}", life.ticket.subject, life.asker.name, life.asker.phone)
}

fn message(bulk: &mut Bulk, life: &Life, said: &Said, id: i64, also: &str, postgres: bool) {
    let (agent, customer) = match said.author {
        Author::Agent(id) => (Some(id.0), None),
        Author::Customer(id) => (None, Some(id.0)),
        Author::System => (None, None),
    };
    let words = words::tokens(&format!("{} {also}", said.body));
    let mut row: Vec<Cell> = vec![
        id.into(),
        life.ticket.id.0.into(),
        agent.into(),
        customer.into(),
        said.kind.as_str().into(),
        said.body.as_str().into(),
        said.at.0.into(),
    ];
    if postgres {
        let quoted: Vec<String> = words.split(' ').map(|word| format!("'{word}'")).collect();
        row.push(quoted.join(" ").into());
        bulk.add("messages", "id, ticket, agent, customer, kind, body, at, words", row);
    } else {
        bulk.add("messages", "id, ticket, agent, customer, kind, body, at", row);
        bulk.add("message_words", "rowid, words", vec![id.into(), words.into()]);
    }
}

/// Ids that counted from 0 inside a life become those of the rows.
fn renumbered(what: What, next: &Next) -> What {
    let task = |TaskId(place)| TaskId(next.task + place);
    let message = |MessageId(place)| MessageId(next.message + place);
    match what {
        What::TicketCreated { channel, category, message: it } => {
            What::TicketCreated { channel, category, message: message(it) }
        }
        What::TaskOpened { task: it, step, group, to } => {
            What::TaskOpened { task: task(it), step, group, to }
        }
        What::TaskClaimed { task: it, step } => What::TaskClaimed { task: task(it), step },
        What::StepCompleted { task: it, step, note, outcome } => {
            What::StepCompleted { task: task(it), step, note, outcome }
        }
        What::ReplySent { message: it } => What::ReplySent { message: message(it) },
        What::CustomerReplied { message: it } => What::CustomerReplied { message: message(it) },
        What::NoteAdded { message: it, mentions } => {
            What::NoteAdded { message: message(it), mentions }
        }
        other => other,
    }
}

const fn by_columns(by: By) -> (Option<i64>, Option<i64>) {
    match by {
        By::Agent(AgentId(id)) => (Some(id), None),
        By::Customer(CustomerId(id)) => (None, Some(id)),
        // No partner has a part in the measured lives.
        By::Contact(_) | By::System => (None, None),
    }
}

const TICKETS: &str = "id, subject, category, channel, requester, owner, group_id, department,
    flow_version, state, stage, rank_at, urgency, importance, priority, first_response_due,
    resolution_due, first_responded_at, paused_at, due_at, overdue, wait_reason, wake_at,
    resolution, resolved_at, closed_at, reopens, urges, transfers, rating_result, rated_at,
    created_at, updated_at";

fn ticket(ticket: &Ticket) -> Vec<Cell> {
    let state: TicketState = ticket.state;
    let mut row: Vec<Cell> = vec![
        ticket.id.0.into(),
        ticket.subject.as_str().into(),
        ticket.category.0.into(),
        ticket.channel.0.into(),
        ticket.requester.0.into(),
        ticket.owner.map(|id| id.0).into(),
        ticket.group.0.into(),
        ticket.department.0.into(),
        ticket.flow.0.into(),
        state.as_str().into(),
        state.stage().code().into(),
        ticket.rank_at().0.into(),
        ticket.urgency.code().into(),
        ticket.importance.code().into(),
        ticket.priority.code().into(),
    ];
    row.extend(promises(ticket));
    row.extend([
        ticket.wait.as_ref().map(|wait| wait.reason.as_str()).into(),
        ticket.wait.as_ref().and_then(|wait| wait.wake_at).map(|at| at.0).into(),
        ticket.resolution.map(ResolutionCode::as_str).into(),
        ticket.resolved_at.map(|at| at.0).into(),
        ticket.closed_at.map(|at| at.0).into(),
        0.into(),
        0.into(),
        0.into(),
        ticket.rating.map(|rating| i64::from(rating.result.get())).into(),
        ticket.rating.map(|rating| rating.at.0).into(),
        ticket.created_at.0.into(),
        ticket.updated_at.0.into(),
    ]);
    row
}

fn promises(ticket: &Ticket) -> [Cell; 6] {
    let clocks = &ticket.clocks;
    [
        clocks.first_response_due.map(|at| at.0).into(),
        clocks.resolution_due.map(|at| at.0).into(),
        clocks.first_responded_at.map(|at| at.0).into(),
        clocks.paused_at.map(|at| at.0).into(),
        ticket.due_at().map(|at| at.0).into(),
        ticket.overdue.into(),
    ]
}

const TASKS: &str = "id, ticket, step, state, group_id, handler, due_at, rank_at, stage, overdue,
    created_at, done_at";

fn task(task: &Task, first: i64) -> Vec<Cell> {
    vec![
        (first + task.id.0).into(),
        task.ticket.0.into(),
        task.step.as_str().into(),
        task.state.as_str().into(),
        task.group.0.into(),
        task.handler.map(|id| id.0).into(),
        task.due_at.map(|at| at.0).into(),
        tasks::rank_at(task).into(),
        tasks::stage(task.state).into(),
        task.overdue.into(),
        task.created_at.0.into(),
        task.done_at.map(|at| at.0).into(),
    ]
}
