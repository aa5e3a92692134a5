//! Events as they are committed, each with whom it concerns.
//!
//! On SQLite one writer at a time makes ids grow in the order of commits. On Postgres they do not:
//! an event with a smaller id may be committed later. So events carry the number of their
//! transaction, and are read only up to the oldest transaction that is still running: what is
//! read is complete, and a place in it stays valid for every process.

use std::collections::HashMap;
use std::str::FromStr;

use domain::actor::{TakesPart, Whose};
use domain::id::{AgentId, CustomerId, DepartmentId, GroupId, TicketId};
use domain::time::Timestamp;
use sqlx::FromRow;
use sqlx::postgres::PgListener;

use crate::sql::Sql;
use crate::{Result, Store, StoreError, Tx, on, stored_json};

const CHANNEL: &str = "gongdan";

/// How far somebody has read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    txid: i64,
    id: i64,
}

/// Something that happened, and everything needed to decide who may know.
#[derive(Clone, Debug)]
pub struct Fact {
    pub place: Place,
    /// As [`domain::event::What::kind`].
    pub kind: String,
    pub at: Timestamp,
    /// The customer's page may know.
    pub public: bool,
    pub whose: Whose,
    /// Who works on the ticket, was asked, or follows it.
    pub participants: Vec<AgentId>,
    /// Groups beside the ticket's own that have, or had, a task of it: their queues changed, too.
    pub invited: Vec<GroupId>,
    /// Where it was before, when this is about moving: their lists changed, too.
    pub left: Vec<(GroupId, DepartmentId)>,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.txid, self.id)
    }
}

impl FromStr for Place {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (txid, id) = text.split_once('-').unwrap_or((text, ""));
        Ok(Self { txid: txid.parse()?, id: id.parse()? })
    }
}

/// Where everything that is complete by now has been read.
pub async fn newest(tx: &mut Tx) -> Result<Place> {
    const SQLITE: &str = "SELECT CAST(0 AS BIGINT), COALESCE(MAX(id), 0) FROM events";
    const POSTGRES: &str = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1,
         9223372036854775807";
    let sql = if tx.is_postgres() { POSTGRES } else { SQLITE };
    let (txid, id) = on!(tx, conn => sqlx::query_as(sql).fetch_one(conn).await?);
    Ok(Place { txid, id })
}

/// What happened after `place`, in the order in which it became known.
///
/// There is nearly always far less than `limit`, which Postgres cannot know: `OFFSET 0` keeps it
/// from reading all tickets to be ready for more.
pub async fn since(tx: &mut Tx, place: Place, limit: u16) -> Result<Vec<Fact>> {
    const SQLITE: &str = "SELECT e.txid, e.id, e.ticket, e.at, e.public, e.what,
             t.group_id, t.department, t.owner, t.requester
         FROM events e CROSS JOIN tickets t
         WHERE t.id = e.ticket AND e.id > $2 AND e.txid >= $1
         ORDER BY e.id LIMIT $3";
    const POSTGRES: &str = "SELECT e.txid, e.id, e.ticket, e.at, e.public, e.what,
             t.group_id, t.department, t.owner, t.requester
         FROM (SELECT * FROM events
               WHERE (txid, id) > ($1, $2)
                 AND txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
               ORDER BY txid, id LIMIT $3) AS e
         CROSS JOIN LATERAL (SELECT * FROM tickets WHERE id = e.ticket OFFSET 0) AS t
         ORDER BY e.txid, e.id";
    let sql = if tx.is_postgres() { POSTGRES } else { SQLITE };
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as(sql)
            .bind(place.txid)
            .bind(place.id)
            .bind(i64::from(limit))
            .fetch_all(conn)
            .await?
    });
    let mut facts = rows.into_iter().map(Row::read).collect::<Result<Vec<Fact>>>()?;
    add_participants(tx, &mut facts).await?;
    add_invited(tx, &mut facts).await?;
    add_left(tx, &mut facts).await?;
    Ok(facts)
}

#[derive(FromRow)]
struct Row {
    txid: i64,
    id: i64,
    ticket: i64,
    at: i64,
    public: bool,
    what: String,
    group_id: i64,
    department: i64,
    owner: Option<i64>,
    requester: i64,
}

#[derive(serde::Deserialize)]
struct Kind {
    kind: String,
}

impl Row {
    fn read(self) -> Result<Fact> {
        let Kind { kind } = stored_json(&self.what)?;
        Ok(Fact {
            place: Place { txid: self.txid, id: self.id },
            kind,
            at: Timestamp(self.at),
            public: self.public,
            whose: Whose {
                ticket: TicketId(self.ticket),
                group: GroupId(self.group_id),
                department: DepartmentId(self.department),
                owner: self.owner.map(AgentId),
                requester: CustomerId(self.requester),
                takes_part: TakesPart::No,
            },
            participants: Vec::new(),
            invited: Vec::new(),
            left: Vec::new(),
        })
    }
}

impl Fact {
    /// The ticket went from one group to another.
    fn moves(&self) -> bool {
        matches!(self.kind.as_str(), "ticket_transferred" | "category_changed")
    }
}

async fn add_participants(tx: &mut Tx, facts: &mut [Fact]) -> Result<()> {
    let mut sql = Sql::new("SELECT ticket, agent FROM participants WHERE ticket");
    let Some(tickets) = tickets(facts, |_| true) else { return Ok(()) };
    sql.among(tickets);
    let rows: Vec<(i64, i64)> = sql.all(tx).await?;
    let mut found: HashMap<i64, Vec<AgentId>> = HashMap::new();
    for (ticket, agent) in rows {
        found.entry(ticket).or_default().push(AgentId(agent));
    }
    for fact in facts {
        fact.participants = found.get(&fact.whose.ticket.0).cloned().unwrap_or_default();
    }
    Ok(())
}

async fn add_invited(tx: &mut Tx, facts: &mut [Fact]) -> Result<()> {
    let mut sql = Sql::new("SELECT DISTINCT ticket, group_id FROM tasks WHERE ticket");
    let Some(tickets) = tickets(facts, |_| true) else { return Ok(()) };
    sql.among(tickets);
    let rows: Vec<(i64, i64)> = sql.all(tx).await?;
    for fact in facts {
        let queued = rows.iter().filter(|(ticket, _)| *ticket == fact.whose.ticket.0);
        let beside = queued.map(|(_, group)| GroupId(*group)).filter(|it| *it != fact.whose.group);
        fact.invited = beside.collect();
    }
    Ok(())
}

/// What an event says of a group.
#[derive(serde::Deserialize)]
struct Where {
    group: i64,
}

/// A ticket was wherever its events say that it, or a task of it, came to.
async fn add_left(tx: &mut Tx, facts: &mut [Fact]) -> Result<()> {
    let mut sql = Sql::new("SELECT ticket, what FROM events WHERE ticket");
    let Some(tickets) = tickets(facts, Fact::moves) else { return Ok(()) };
    sql.among(tickets);
    sql.add(
        r#" AND (what LIKE '{"kind":"task_opened"%' OR what LIKE '{"kind":"ticket_transferred"%')"#,
    );
    let rows: Vec<(i64, String)> = sql.all(tx).await?;
    let departments: Vec<(i64, i64)> =
        Sql::new("SELECT id, department FROM groups").all(tx).await?;
    let departments: HashMap<i64, i64> = departments.into_iter().collect();
    for (ticket, what) in rows {
        let Where { group } = stored_json(&what)?;
        let Some(&department) = departments.get(&group) else { continue };
        let place = (GroupId(group), DepartmentId(department));
        let here = facts.iter_mut().filter(|fact| fact.whose.ticket.0 == ticket && fact.moves());
        for fact in here.filter(|fact| !fact.left.contains(&place)).collect::<Vec<_>>() {
            fact.left.push(place);
        }
    }
    Ok(())
}

fn tickets(facts: &[Fact], wanted: impl Fn(&Fact) -> bool) -> Option<Vec<i64>> {
    let of = facts.iter().filter(|fact| wanted(fact)).map(|fact| fact.whose.ticket.0);
    let mut tickets: Vec<i64> = of.collect();
    tickets.sort_unstable();
    tickets.dedup();
    (!tickets.is_empty()).then_some(tickets)
}

/// Hears that another process has committed something.
#[derive(Debug)]
pub struct Listener(Option<PgListener>);

impl Listener {
    pub async fn open(store: &Store) -> Result<Self> {
        let Store::Postgres(pool) = store else { return Ok(Self(None)) };
        let mut listener = PgListener::connect_with(pool).await?;
        listener.listen(CHANNEL).await?;
        Ok(Self(Some(listener)))
    }

    /// Returns when there is something to look at; with SQLite there are no other processes, so
    /// never.
    pub async fn heard(&mut self) -> Result<()> {
        match &mut self.0 {
            Some(listener) => listener.recv().await.map(drop).map_err(StoreError::from),
            None => std::future::pending().await,
        }
    }
}

/// Tells the other processes, outside any transaction: a `NOTIFY` in a transaction makes all
/// commits that have one wait for each other.
pub async fn tell(store: &Store) -> Result<()> {
    if let Store::Postgres(pool) = store {
        sqlx::query("SELECT pg_notify($1, '')").bind(CHANNEL).execute(pool).await?;
    }
    Ok(())
}
