//! A line of a list: a task of a worklist, or a ticket of a view.

use domain::id::{TaskId, TicketNumber};
use domain::list::{Cursor, Page, TaskRow, TicketQuery, TicketRow};
use domain::priority::Priority;
use domain::state::TicketState;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::desk::address::ListOf;
use crate::desk::api;
use crate::error::AppError;

/// What nearly every ticket begins with, and is not worth a word.
const ORDINARY: [&str; 2] = ["accept", "handle"];

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Line {
    /// Present in a worklist.
    pub task: Option<TaskId>,
    pub ticket: TicketNumber,
    pub subject: String,
    pub category: Vec<String>,
    pub requester: String,
    pub vip: bool,
    pub state: TicketState,
    pub priority: Priority,
    /// What has to be done, where that is not just to handle the ticket.
    pub step: Option<String>,
    pub who: Option<String>,
    pub group: String,
    pub due_at: Option<Timestamp>,
    pub wake_at: Option<Timestamp>,
    pub at: Timestamp,
}

/// One page of a list.
pub async fn load(of: ListOf, after: Option<Cursor>) -> Result<Page<Line>, AppError> {
    match of {
        ListOf::Work(shelf) => api::lists::worklist(shelf, after).await.map(lines),
        ListOf::Tickets(query) => {
            api::lists::tickets(TicketQuery { after, ..query }).await.map(lines)
        }
    }
}

/// As many lines as are shown already, from the top.
pub async fn load_as_many(of: ListOf, many: usize) -> Result<Page<Line>, AppError> {
    let mut all = load(of.clone(), None).await?;
    while all.rows.len() < many && all.next.is_some() {
        let page = load(of.clone(), all.next).await?;
        all.rows.extend(page.rows);
        all.next = page.next;
    }
    Ok(all)
}

fn lines<Row>(page: Page<Row>) -> Page<Line>
where
    Line: From<Row>,
{
    Page { rows: page.rows.into_iter().map(Line::from).collect(), next: page.next }
}

impl From<TaskRow> for Line {
    fn from(row: TaskRow) -> Self {
        Self {
            task: Some(row.id),
            ticket: row.ticket,
            subject: row.subject,
            category: row.category,
            requester: row.requester,
            vip: row.vip,
            state: row.ticket_state,
            priority: row.priority,
            step: Some(row.step).filter(|_| !ORDINARY.contains(&row.step_key.as_str())),
            who: row.handler.map(|handler| handler.name),
            group: row.group_name,
            due_at: row.due_at,
            wake_at: row.wake_at,
            at: row.created_at,
        }
    }
}

impl From<TicketRow> for Line {
    fn from(row: TicketRow) -> Self {
        Self {
            task: None,
            ticket: row.number,
            subject: row.subject,
            category: row.category,
            requester: row.requester,
            vip: row.vip,
            state: row.state,
            priority: row.priority,
            step: None,
            who: row.owner.map(|owner| owner.name),
            group: row.group_name,
            due_at: row.due_at,
            wake_at: row.wake_at,
            at: row.updated_at,
        }
    }
}
