//! Rows of `events`: appended, never changed. Reading them is [`crate::timelines`]' and
//! [`crate::live`]'s work.

use domain::event::{By, What};
use domain::id::TicketId;
use domain::time::Timestamp;

use crate::sessions::Columns;
use crate::{Result, Tx, on, to_json};

/// Something that happened, not yet written down.
#[derive(Clone, Debug)]
pub struct NewEvent {
    pub ticket: TicketId,
    pub by: By,
    pub at: Timestamp,
    pub what: What,
}

/// Appends all of them in one statement; their ids grow in this order.
pub async fn append(tx: &mut Tx, events: &[NewEvent]) -> Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    let rows = events
        .iter()
        .map(|event| Ok((event, to_json(&event.what)?)))
        .collect::<Result<Vec<_>>>()?;
    on!(tx, conn => {
        let mut append = sqlx::QueryBuilder::new(
            "INSERT INTO events (ticket, agent, customer, contact, at, public, what) ",
        );
        append.push_values(&rows, |mut row, (event, what)| {
            let (agent, customer, contact) = columns(event.by);
            row.push_bind(event.ticket.0)
                .push_bind(agent)
                .push_bind(customer)
                .push_bind(contact)
                .push_bind(event.at.0)
                .push_bind(event.what.is_public())
                .push_bind(what.as_str());
        });
        append.build().execute(conn).await?;
    });
    Ok(())
}

const fn columns(by: By) -> Columns {
    match by {
        By::Agent(id) => (Some(id.0), None, None),
        By::Customer(id) => (None, Some(id.0), None),
        By::Contact(id) => (None, None, Some(id.0)),
        By::System => (None, None, None),
    }
}

/// Whoever the columns name.
pub(crate) fn by((agent, customer, contact): Columns) -> By {
    match (agent, customer, contact) {
        (Some(id), _, _) => By::Agent(domain::id::AgentId(id)),
        (None, Some(id), _) => By::Customer(domain::id::CustomerId(id)),
        (None, None, Some(id)) => By::Contact(domain::id::ContactId(id)),
        (None, None, None) => By::System,
    }
}
