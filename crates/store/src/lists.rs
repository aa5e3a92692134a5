//! Lists of tickets: which, in what order, a page at a time.
//!
//! A list is put together from streams, each of which an index gives in the list's order: a
//! group's tickets of one stage, an owner's, or all. A page takes the first few of each stream,
//! then the first few of those; nothing is counted, skipped or sorted beyond that.

use domain::id::{AgentId, DepartmentId, GroupId, TicketId};
use domain::list::{Cursor, Page, PageSize, TicketRow, View};
use domain::state::{Stage, StateCategory};
use domain::ticket::Trigger;
use domain::time::Timestamp;

pub use self::mine::of_requester;
pub use self::rows::rows;
pub(crate) use self::rows::{person, priority};
use crate::keyset::{beyond, cut, first};
use crate::sql::Sql;
use crate::{Result, Tx};

mod mine;
mod rows;

/// The part of all tickets a list may show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub everything: bool,
    /// These groups' tickets.
    pub groups: Vec<GroupId>,
    /// And those this person owns.
    pub owns: Option<AgentId>,
    /// And those this person owns, works on or follows.
    pub takes_part: Option<AgentId>,
}

/// What a list asks for.
#[derive(Clone, Debug)]
pub struct Ask {
    pub view: View,
    /// Of the view's, only this state.
    pub state: Option<StateCategory>,
    pub group: Option<GroupId>,
    pub owner: Option<AgentId>,
    pub trigger: Option<Trigger>,
    pub after: Option<Cursor>,
    pub limit: PageSize,
    pub now: Timestamp,
}

/// The groups of some departments.
pub async fn groups_of(tx: &mut Tx, departments: &[DepartmentId]) -> Result<Vec<GroupId>> {
    let mut sql = Sql::new("SELECT id FROM groups WHERE department");
    sql.among(departments.iter().map(|id| id.0));
    let rows: Vec<(i64,)> = sql.all(tx).await?;
    Ok(rows.into_iter().map(|(id,)| GroupId(id)).collect())
}

pub async fn tickets(tx: &mut Tx, part: &Part, ask: &Ask) -> Result<Page<TicketRow>> {
    match keys(tx, part, ask) {
        Some(keys) => page(tx, keys, ask.limit).await,
        None => Ok(Page { rows: Vec::new(), next: None }),
    }
}

async fn page(tx: &mut Tx, keys: Sql, limit: PageSize) -> Result<Page<TicketRow>> {
    let (ids, next) = cut(keys.all(tx).await?, limit);
    let ids: Vec<TicketId> = ids.into_iter().map(TicketId).collect();
    Ok(Page { rows: rows(tx, &ids).await?, next })
}

/// The rank and id of a page's tickets, and of one more if there is one. `None` when no stream is
/// left to read.
fn keys(tx: &Tx, part: &Part, ask: &Ask) -> Option<Sql> {
    let streams = streams(part, ask);
    let mut sql = Sql::new("SELECT DISTINCT rank_at, id FROM (");
    let mut first = true;
    let wanted = |stage: &&Stage| ask.state.is_none_or(|only| only.stages().contains(stage));
    for stream in &streams {
        for stage in ask.view.stages().iter().filter(wanted) {
            sql.add(if first { "" } else { " UNION ALL " });
            first = false;
            stream.write(tx, &mut sql, *stage, part, ask);
        }
    }
    sql.add(") AS keys");
    ordered(&mut sql, ask);
    (!first).then_some(sql)
}

/// Where an ordered run of tickets comes from.
#[derive(Clone, Copy)]
enum Stream {
    All,
    Group(GroupId),
    /// Everything the owner owns, as far as the reader may see it.
    Owner(AgentId),
    /// What the reader owns.
    Mine(AgentId),
    /// What the reader works on or follows. There is no index in the list's order; one person's
    /// tickets are few enough to be put in order.
    TakesPart(AgentId),
}

fn streams(part: &Part, ask: &Ask) -> Vec<Stream> {
    if let Some(owner) = ask.owner {
        return vec![Stream::Owner(owner)];
    }
    if part.everything {
        return vec![ask.group.map_or(Stream::All, Stream::Group)];
    }
    let wanted = |group: &GroupId| ask.group.is_none_or(|only| only == *group);
    let groups = part.groups.iter().copied().filter(wanted).map(Stream::Group);
    let owned = part.owns.into_iter().map(Stream::Mine);
    let mine = part.takes_part.iter().flat_map(|&me| [Stream::Mine(me), Stream::TakesPart(me)]);
    groups.chain(owned).chain(mine).collect()
}

/// From what somebody takes part in to the tickets, by id. Both databases would rather try every
/// ticket of the stage: SQLite is kept from it by the order of the join and by leaving it only the
/// id, Postgres by an `OFFSET 0`, which it does not look through.
const BY_ID_SQLITE: &str = ") AS p CROSS JOIN tickets t NOT INDEXED WHERE t.id = p.ticket AND";
const BY_ID_POSTGRES: &str = ") AS p
    CROSS JOIN LATERAL (SELECT * FROM tickets WHERE id = p.ticket OFFSET 0) AS t WHERE";

impl Stream {
    fn write(self, tx: &Tx, sql: &mut Sql, stage: Stage, part: &Part, ask: &Ask) {
        sql.add("SELECT rank_at, id FROM (SELECT t.rank_at, t.id FROM ");
        match self {
            Self::All => sql.add("tickets t WHERE"),
            Self::Group(id) => sql.add("tickets t WHERE t.group_id = ").number(id.0).add(" AND"),
            Self::Owner(id) | Self::Mine(id) => {
                sql.add("tickets t WHERE t.owner = ").number(id.0).add(" AND")
            }
            Self::TakesPart(id) => {
                sql.add("(SELECT ticket FROM participants WHERE agent = ").number(id.0);
                sql.add(if tx.is_postgres() { BY_ID_POSTGRES } else { BY_ID_SQLITE })
            }
        };
        // See BY_ID_SQLITE.
        let one_by_one = matches!(self, Self::TakesPart(_));
        sql.add(if one_by_one { " +t.stage = " } else { " t.stage = " }).number(stage.code());
        self.narrow(sql, part, ask);
        after(sql, ask);
        ordered(sql, ask);
        sql.add(") AS stream");
    }

    fn narrow(self, sql: &mut Sql, part: &Part, ask: &Ask) {
        if let (Self::Owner(_) | Self::Mine(_) | Self::TakesPart(_), Some(group)) =
            (self, ask.group)
        {
            sql.add(" AND +t.group_id = ").number(group.0);
        }
        if let Self::Owner(owner) = self {
            readable(sql, part, owner);
        }
        sql.add(marked(ask.view)).add(triggered(ask.trigger));
        if ask.view == View::Overdue {
            // Whatever is overdue is due before now: without this, a short list would be searched
            // for to the end of all tickets.
            sql.add(" AND t.rank_at < ").number(ask.now.0);
        }
    }
}

/// What a view shows of the tickets in its states: all, or those with a mark.
pub(crate) const fn marked(view: View) -> &'static str {
    match view {
        View::Overdue => " AND t.overdue",
        View::Supervised => " AND t.supervised > 0",
        View::Stuck => " AND t.stuck",
        View::Live
        | View::New
        | View::Open
        | View::Waiting
        | View::Resolved
        | View::Closed
        | View::Archived => "",
    }
}

/// Only what people, or only what systems set in motion; `t` is the ticket or the task.
pub(crate) const fn triggered(by: Option<Trigger>) -> &'static str {
    match by {
        None => "",
        Some(Trigger::System) => " AND t.by_system",
        Some(Trigger::Person) => " AND NOT t.by_system",
    }
}

/// Only what the reader may see of somebody's tickets.
fn readable(sql: &mut Sql, part: &Part, owner: AgentId) {
    if part.everything || part.takes_part == Some(owner) || part.owns == Some(owner) {
        return;
    }
    sql.add(" AND (t.group_id").among(part.groups.iter().map(|id| id.0));
    if let Some(me) = part.takes_part {
        sql.add(" OR EXISTS (SELECT 1 FROM participants p WHERE p.ticket = t.id AND p.agent = ")
            .number(me.0)
            .add(")");
    }
    sql.add(")");
}

fn after(sql: &mut Sql, ask: &Ask) {
    if !ask.view.latest_first() {
        return beyond(sql, ask.after);
    }
    let Some(Cursor { rank, id }) = ask.after else { return };
    sql.add(" AND (t.rank_at, t.id) < (").number(rank).add(", ").number(id).add(")");
}

fn ordered(sql: &mut Sql, ask: &Ask) {
    if !ask.view.latest_first() {
        return first(sql, ask.limit);
    }
    sql.add(" ORDER BY rank_at DESC, id DESC LIMIT ").number(i64::from(ask.limit.get()) + 1);
}

/// What somebody answers for: new, open and waiting together, the most pressing first.
pub async fn owned(
    tx: &mut Tx,
    owner: AgentId,
    after: Option<Cursor>,
    limit: PageSize,
) -> Result<Page<TicketRow>> {
    const ALIVE: [Stage; 3] = [Stage::New, Stage::Open, Stage::Waiting];

    let mut sql = Sql::new("SELECT rank_at, id FROM (");
    for (place, stage) in ALIVE.into_iter().enumerate() {
        sql.add(if place == 0 { "" } else { " UNION ALL " });
        sql.add("SELECT rank_at, id FROM (SELECT t.rank_at, t.id FROM tickets t WHERE t.owner = ");
        sql.number(owner.0).add(" AND t.stage = ").number(stage.code());
        beyond(&mut sql, after);
        first(&mut sql, limit);
        sql.add(") AS stream");
    }
    sql.add(") AS keys");
    first(&mut sql, limit);
    page(tx, sql, limit).await
}
