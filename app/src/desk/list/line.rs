//! A line of a list: a task of a worklist, or a ticket of a view.

use domain::behind::{Behind, BehindQuery, BehindRow, Seen};
use domain::id::{TaskId, TicketId, TicketNumber};
use domain::list::{Cursor, Page, TaskRow, TicketQuery, TicketRow};
use domain::priority::Priority;
use domain::state::TicketState;
use domain::ticket::Trigger;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::desk::address::ListOf;
use crate::desk::api;
use crate::error::AppError;

/// What nearly every ticket begins with, and is not worth a word.
const ORDINARY: [&str; 2] = ["accept", "handle"];

/// What was fetched of a list, and how much there is where that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    pub page: Page<Line>,
    pub count: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Line {
    /// It is counted here, and has gone where one may not read: nothing else is told of it.
    pub elsewhere: bool,
    /// Present in a worklist.
    pub task: Option<TaskId>,
    pub ticket: TicketNumber,
    pub subject: String,
    pub category: Vec<String>,
    pub requester: String,
    pub vip: bool,
    pub state: TicketState,
    pub trigger: Trigger,
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
pub async fn load(of: ListOf, after: Option<Cursor>) -> Result<Listed, AppError> {
    match of {
        ListOf::Work(shelf, trigger) => {
            api::lists::worklist(shelf, trigger, after).await.map(lines)
        }
        ListOf::Tickets(query) => {
            api::lists::tickets(TicketQuery { after, ..query }).await.map(lines)
        }
        ListOf::Behind(query) => {
            let Behind { count, page, whose: _ } =
                api::boards::look_behind(BehindQuery { after, ..query }).await?;
            Ok(Listed { count: Some(count), ..lines(page) })
        }
    }
}

/// As many lines as are shown already, from the top.
pub async fn load_as_many(of: ListOf, many: usize) -> Result<Listed, AppError> {
    let mut all = load(of.clone(), None).await?;
    while all.page.rows.len() < many && all.page.next.is_some() {
        let more = load(of.clone(), all.page.next).await?;
        all.go_on(more);
    }
    Ok(all)
}

fn lines<Row>(page: Page<Row>) -> Listed
where
    Line: From<Row>,
{
    let rows = page.rows.into_iter().map(Line::from).collect();
    Listed { page: Page { rows, next: page.next }, count: None }
}

impl Listed {
    /// Goes on with the page after the last one.
    pub fn go_on(&mut self, more: Self) {
        self.page.rows.extend(more.page.rows);
        self.page.next = more.page.next;
        self.count = more.count;
    }
}

impl From<BehindRow> for Line {
    fn from(row: BehindRow) -> Self {
        match row.seen {
            Some(Seen::Ticket(ticket)) => {
                let line = Self::from(*ticket);
                Self { at: row.at.unwrap_or(line.at), ..line }
            }
            Some(Seen::Task(task)) => Self::from(*task),
            None => Self::elsewhere(row.at),
        }
    }
}

impl Line {
    fn elsewhere(at: Option<Timestamp>) -> Self {
        Self {
            elsewhere: true,
            task: None,
            ticket: TicketNumber(TicketId(0)),
            subject: String::new(),
            category: Vec::new(),
            requester: String::new(),
            vip: false,
            state: TicketState::Assigned,
            trigger: Trigger::Person,
            priority: Priority::Normal,
            step: None,
            who: None,
            group: String::new(),
            due_at: at,
            wake_at: None,
            at: at.unwrap_or(Timestamp(0)),
        }
    }
}

impl From<TaskRow> for Line {
    fn from(row: TaskRow) -> Self {
        Self {
            elsewhere: false,
            task: Some(row.id),
            ticket: row.ticket,
            subject: row.subject,
            category: row.category,
            requester: row.requester,
            vip: row.vip,
            state: row.ticket_state,
            trigger: row.trigger,
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
            elsewhere: false,
            task: None,
            ticket: row.number,
            subject: row.subject,
            category: row.category,
            requester: row.requester,
            vip: row.vip,
            state: row.state,
            trigger: row.trigger,
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
