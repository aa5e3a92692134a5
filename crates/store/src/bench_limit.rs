//! What the database alone can do: the statements of filing a ticket, without a desk around them.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use domain::counter::{Tally, of_task, of_ticket};
use domain::event::{By, What};
use domain::id::{MessageId, TaskId, TicketId};
use domain::message::{Author, MessageKind};
use domain::task::Task;
use domain::text::Body;
use domain::ticket::Ticket;
use futures::future::try_join_all;

use crate::counters::Ledger;
use crate::events::{self, NewEvent};
use crate::messages::{self, NewMessage};
use crate::{Result, Store, StoreError, on, tasks, tickets};

/// Bytes of the database for each ticket in it.
pub async fn bytes_per_ticket(store: &Store) -> Result<i64> {
    const SQLITE: &str = "SELECT (SELECT page_count FROM pragma_page_count())
        * (SELECT page_size FROM pragma_page_size()) / (SELECT COUNT(*) FROM tickets)";
    const POSTGRES: &str =
        "SELECT pg_database_size(current_database()) / (SELECT COUNT(*) FROM tickets)";
    let sql = if store.is_postgres() { POSTGRES } else { SQLITE };
    let mut tx = store.read().await?;
    Ok(on!(&mut tx, conn => sqlx::query_scalar(sql).fetch_one(conn).await?))
}

/// Transactions a second, by so many at once.
pub async fn transactions(store: &Store, clients: usize, time: Duration) -> Result<u64> {
    let (ticket, task) = sample(store).await?;
    let done = AtomicU64::new(0);
    let until = Instant::now() + time;
    let client = || async {
        while Instant::now() < until {
            file(store, &ticket, &task).await?;
            done.fetch_add(1, Ordering::Relaxed);
        }
        Ok::<_, StoreError>(())
    };
    try_join_all((0..clients).map(|_| client())).await?;
    Ok(done.load(Ordering::Relaxed) / time.as_secs().max(1))
}

/// Any ticket with a task, to write again.
async fn sample(store: &Store) -> Result<(Ticket, Task)> {
    let nothing = || StoreError::Damaged("there is no ticket to begin with".to_owned());
    let mut tx = store.read().await?;
    let id: Option<i64> = on!(&mut tx, conn => {
        sqlx::query_scalar("SELECT MAX(ticket) FROM tasks").fetch_one(conn).await?
    });
    let id = TicketId(id.ok_or_else(nothing)?);
    let ticket = tickets::find(&mut tx, id).await?.ok_or_else(nothing)?;
    let task = tasks::of_ticket(&mut tx, id).await?.pop().ok_or_else(nothing)?;
    Ok((ticket, task))
}

async fn file(store: &Store, ticket: &Ticket, task: &Task) -> Result<()> {
    let body = Body::try_from("昨天收到的耳机左边没有声音，请换一副。")
        .map_err(|flaw| StoreError::Damaged(format!("{flaw:?}")))?;
    let mut tx = store.begin().await?;
    let id = tickets::insert(&mut tx, ticket).await?;
    let message = NewMessage {
        ticket: id,
        author: Author::Customer(ticket.requester),
        kind: MessageKind::PublicReply,
        body: &body,
        at: ticket.created_at,
        also: ticket.subject.as_str(),
    };
    let message = messages::insert(&mut tx, &message).await?;
    let task_id = tasks::insert(&mut tx, &Task { ticket: id, ..task.clone() }).await?;
    events::append(&mut tx, &happened(ticket, id, message, task, task_id)).await?;
    let mut ledger = Ledger::default();
    ledger.moved(&tx, id, &[], &of_ticket(ticket));
    ledger.moved(&tx, id, &[], &of_task(task));
    ledger.tally(&tx, id, Tally::Created, ticket.group, ticket.created_at);
    ledger.write(&mut tx).await?;
    tx.commit().await
}

fn happened(
    ticket: &Ticket,
    id: TicketId,
    message: MessageId,
    task: &Task,
    task_id: TaskId,
) -> [NewEvent; 2] {
    let Ticket { channel, category, group, created_at: at, .. } = *ticket;
    let event = |what| NewEvent { ticket: id, by: By::Customer(ticket.requester), at, what };
    let step = task.step.clone();
    [
        event(What::TicketCreated { channel, category, message }),
        event(What::TaskOpened { task: task_id, step, group, to: None }),
    ]
}
