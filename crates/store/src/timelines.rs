//! What happened to a ticket, newest first, with what was said.

use std::collections::{BTreeSet, HashMap};

use domain::event::{Asked, By, Event, What};
use domain::id::{AttachmentId, CategoryId, EventId, MessageId, TicketId};
use domain::message::{Attachment, MessageKind};
use domain::page::{Entry, MessageView, Timeline};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::names::{Names, Paths, Wanted};
use crate::sql::Sql;
use crate::{Result, Tx, events, on, stored, stored_json};

/// A page of it, from before `before` on.
pub async fn page(
    tx: &mut Tx,
    ticket: TicketId,
    before: Option<EventId>,
    limit: u16,
) -> Result<Timeline> {
    let mut events = events_of(tx, ticket, before, i64::from(limit) + 1).await?;
    let more = events.len() > usize::from(limit);
    events.truncate(limit.into());
    let older = events.last().filter(|_| more).map(|event| event.id);
    let said: Vec<MessageId> = events.iter().filter_map(|event| event.what.message()).collect();
    let mut messages = messages(tx, &said).await?;
    let names = Names::find(tx, &wanted(&events)).await?;
    let paths = if names_a_category(&events) { Paths::load(tx).await? } else { Paths::default() };
    let entries = events.into_iter().map(|event| Entry {
        who: who(&event, &names),
        message: event.what.message().and_then(|id| messages.remove(&id)),
        names: spoken_of(&event.what, &names, &paths),
        event,
    });
    Ok(Timeline { entries: entries.collect(), older })
}

async fn events_of(
    tx: &mut Tx,
    ticket: TicketId,
    before: Option<EventId>,
    limit: i64,
) -> Result<Vec<Event>> {
    let rows: Vec<EventRow> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT id, ticket, agent, customer, contact, at, what FROM events
             WHERE ticket = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
        )
        .bind(ticket.0)
        .bind(before.map_or(i64::MAX, |id| id.0))
        .bind(limit)
        .fetch_all(conn)
        .await?
    });
    rows.into_iter().map(EventRow::read).collect()
}

#[derive(FromRow)]
struct EventRow {
    id: i64,
    ticket: i64,
    agent: Option<i64>,
    customer: Option<i64>,
    contact: Option<i64>,
    at: i64,
    what: String,
}

impl EventRow {
    fn read(self) -> Result<Event> {
        Ok(Event {
            id: EventId(self.id),
            ticket: TicketId(self.ticket),
            by: events::by((self.agent, self.customer, self.contact)),
            at: Timestamp(self.at),
            what: stored_json(&self.what)?,
        })
    }
}

#[derive(FromRow)]
struct MessageRow {
    id: i64,
    customer: Option<i64>,
    kind: String,
    body: String,
}

async fn messages(tx: &mut Tx, ids: &[MessageId]) -> Result<HashMap<MessageId, MessageView>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut sql = Sql::new("SELECT id, customer, kind, body FROM messages WHERE id");
    sql.among(ids.iter().map(|id| id.0));
    let rows: Vec<MessageRow> = sql.all(tx).await?;
    let mut files = attached(tx, ids).await?;
    let views = rows.into_iter().map(|row| {
        let id = MessageId(row.id);
        let attachments = files.remove(&id).unwrap_or_default();
        let kind = stored::<MessageKind, _>(row.kind)?;
        let from_customer = row.customer.is_some();
        Ok((id, MessageView { id, kind, from_customer, body: row.body, attachments }))
    });
    views.collect()
}

#[derive(FromRow)]
struct FileRow {
    id: i64,
    message: i64,
    name: String,
    media_type: String,
    size: i64,
}

/// The files sent with these messages. They are looked for by ticket: messages of one page belong
/// to one or few tickets, and a ticket has few files.
pub(crate) async fn attached(
    tx: &mut Tx,
    messages: &[MessageId],
) -> Result<HashMap<MessageId, Vec<Attachment>>> {
    let mut sql = Sql::new(
        "SELECT f.id, f.message, f.name, f.media_type, f.size FROM attachments f
         WHERE f.ticket IN (SELECT ticket FROM messages WHERE id",
    );
    sql.among(messages.iter().map(|id| id.0)).add(") AND f.message");
    sql.among(messages.iter().map(|id| id.0)).add(" ORDER BY f.id");
    let rows: Vec<FileRow> = sql.all(tx).await?;
    let mut files: HashMap<MessageId, Vec<Attachment>> = HashMap::new();
    for FileRow { id, message, name, media_type, size } in rows {
        let size = u64::try_from(size).unwrap_or_default();
        let file = Attachment { id: AttachmentId(id), name, media_type, size };
        files.entry(MessageId(message)).or_default().push(file);
    }
    Ok(files)
}

fn who(event: &Event, names: &Names) -> Option<String> {
    match event.by {
        By::Agent(id) => Some(names.agent(id)),
        By::Customer(id) => Some(names.customer(id)),
        By::Contact(id) => Some(names.contact(id)),
        By::System => None,
    }
}

fn names_a_category(events: &[Event]) -> bool {
    let about =
        |what: &What| matches!(what, What::TicketCreated { .. } | What::CategoryChanged { .. });
    events.iter().any(|event| about(&event.what))
}

fn wanted(events: &[Event]) -> Wanted {
    let mut wanted = Wanted::default();
    for event in events {
        match event.by {
            By::Agent(id) => drop(wanted.agents.insert(id)),
            By::Customer(id) => drop(wanted.customers.insert(id)),
            By::Contact(id) => drop(wanted.contacts.insert(id)),
            By::System => {}
        }
        want(&event.what, &mut wanted);
    }
    wanted
}

fn want(what: &What, wanted: &mut Wanted) {
    let agents: &mut BTreeSet<_> = &mut wanted.agents;
    match what {
        What::TicketCreated { channel, .. } => drop(wanted.channels.insert(*channel)),
        What::TaskOpened { group, to, .. } | What::TicketTransferred { group, to, .. } => {
            wanted.groups.insert(*group);
            agents.extend(*to);
        }
        What::TicketEscalated { group, .. } => drop(wanted.groups.insert(*group)),
        What::SupervisionIssued { department, to, .. }
        | What::SupervisionEscalated { department, to, .. } => {
            wanted.departments.insert(*department);
            agents.insert(*to);
        }
        What::TaskAssigned { to, .. } => drop(agents.insert(*to)),
        What::TaskAsked { to, .. } => match to {
            Asked::Agent(id) => drop(agents.insert(*id)),
            Asked::Group(id) => drop(wanted.groups.insert(*id)),
            Asked::Department(id) => drop(wanted.departments.insert(*id)),
            Asked::Partner(id) => drop(wanted.partners.insert(*id)),
        },
        What::PartnerInvited { contact, .. } => drop(wanted.contacts.insert(*contact)),
        What::NoteAdded { mentions, .. } => agents.extend(mentions),
        What::OwnerChanged { from, to } => agents.extend(from.iter().chain(to)),
        What::FollowerAdded { agent } | What::FollowerRemoved { agent } => {
            agents.insert(*agent);
        }
        _ => {}
    }
}

fn spoken_of(what: &What, names: &Names, paths: &Paths) -> Vec<String> {
    let path = |id: CategoryId| paths.of(id).join(" / ");
    match what {
        What::TicketCreated { channel, category, .. } => {
            vec![names.channel(*channel), path(*category)]
        }
        What::TaskOpened { group, to, .. } | What::TicketTransferred { group, to, .. } => {
            let to = to.iter().map(|id| names.agent(*id));
            std::iter::once(names.group(*group)).chain(to).collect()
        }
        What::TicketEscalated { group, .. } => vec![names.group(*group)],
        What::SupervisionIssued { department, to, .. }
        | What::SupervisionEscalated { department, to, .. } => {
            vec![names.department(*department), names.agent(*to)]
        }
        What::TaskAssigned { to, .. } => vec![names.agent(*to)],
        What::TaskAsked { to, .. } => vec![match to {
            Asked::Agent(id) => names.agent(*id),
            Asked::Group(id) => names.group(*id),
            Asked::Department(id) => names.department(*id),
            Asked::Partner(id) => names.partner(*id),
        }],
        What::PartnerInvited { contact, .. } => vec![names.contact(*contact)],
        What::NoteAdded { mentions, .. } => mentions.iter().map(|id| names.agent(*id)).collect(),
        What::OwnerChanged { from, to } => {
            from.iter().chain(to).map(|id| names.agent(*id)).collect()
        }
        What::FollowerAdded { agent } | What::FollowerRemoved { agent } => {
            vec![names.agent(*agent)]
        }
        What::CategoryChanged { from, to } => vec![path(*from), path(*to)],
        _ => Vec::new(),
    }
}
