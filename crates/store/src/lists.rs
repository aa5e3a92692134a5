//! Lists of tickets: which, in what order, a page at a time.
//!
//! A list is put together from streams, each of which an index gives in the list's order: a
//! group's tickets of one stage, an owner's, or all. A page takes the first few of each stream,
//! then the first few of those; nothing is counted, skipped or sorted beyond that.

use domain::id::{AgentId, CategoryId, CustomerId, DepartmentId, GroupId, TicketId};
use domain::list::{Cursor, Page, PageSize, Supervised, TicketRow, View};
use domain::org::Person;
use domain::page::MyTicket;
use domain::priority::Priority;
use domain::state::{StateCategory, TicketState};
use domain::stuck::Trouble;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::names::Paths;
use crate::sql::Sql;
use crate::supervisions::marks;
use crate::{Result, StoreError, Tx, on, stored, stuck};

/// The part of all tickets a list may show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub everything: bool,
    /// These groups' tickets.
    pub groups: Vec<GroupId>,
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
    let Some(sql) = keys(tx, part, ask) else { return Ok(Page { rows: Vec::new(), next: None }) };
    let mut keys: Vec<(i64, i64)> = sql.all(tx).await?;
    let limit = usize::from(ask.limit.get());
    let more = keys.len() > limit;
    keys.truncate(limit);
    let next = keys.last().filter(|_| more).map(|&(rank, id)| Cursor { rank, id });
    let ids: Vec<TicketId> = keys.iter().map(|&(_, id)| TicketId(id)).collect();
    Ok(Page { rows: rows(tx, &ids).await?, next })
}

/// The rank and id of a page's tickets, and of one more if there is one. `None` when no stream is
/// left to read.
fn keys(tx: &Tx, part: &Part, ask: &Ask) -> Option<Sql> {
    let streams = streams(part, ask);
    let mut sql = Sql::new("SELECT DISTINCT rank_at, id FROM (");
    let mut first = true;
    let wanted = |stage: &&StateCategory| ask.state.is_none_or(|only| only == **stage);
    for stream in &streams {
        for stage in ask.view.states().iter().filter(wanted) {
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
    let mine = part.takes_part.iter().flat_map(|&me| [Stream::Mine(me), Stream::TakesPart(me)]);
    groups.chain(mine).collect()
}

/// From what somebody takes part in to the tickets, by id. Both databases would rather try every
/// ticket of the stage: SQLite is kept from it by the order of the join and by leaving it only the
/// id, Postgres by an `OFFSET 0`, which it does not look through.
const BY_ID_SQLITE: &str = ") AS p CROSS JOIN tickets t NOT INDEXED WHERE t.id = p.ticket AND";
const BY_ID_POSTGRES: &str = ") AS p
    CROSS JOIN LATERAL (SELECT * FROM tickets WHERE id = p.ticket OFFSET 0) AS t WHERE";

impl Stream {
    fn write(self, tx: &Tx, sql: &mut Sql, stage: StateCategory, part: &Part, ask: &Ask) {
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
        sql.add(marked(ask.view));
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
        View::Live | View::New | View::Open | View::Waiting | View::Resolved | View::Closed => "",
    }
}

/// Only what the reader may see of somebody's tickets.
fn readable(sql: &mut Sql, part: &Part, owner: AgentId) {
    if part.everything || part.takes_part == Some(owner) {
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
    let Some(Cursor { rank, id }) = ask.after else { return };
    sql.add(if ask.view.latest_first() {
        " AND (t.rank_at, t.id) < ("
    } else {
        " AND (t.rank_at, t.id) > ("
    });
    sql.number(rank).add(", ").number(id).add(")");
}

/// One more than fits, to know whether there is a next page.
fn ordered(sql: &mut Sql, ask: &Ask) {
    sql.add(if ask.view.latest_first() {
        " ORDER BY rank_at DESC, id DESC LIMIT "
    } else {
        " ORDER BY rank_at, id LIMIT "
    });
    sql.number(i64::from(ask.limit.get()) + 1);
}

/// What a list shows of these tickets, in this order.
pub async fn rows(tx: &mut Tx, ids: &[TicketId]) -> Result<Vec<TicketRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(
        "SELECT t.id, t.subject, t.category, c.name AS requester, c.vip, t.state, t.priority,
             t.group_id, g.name AS group_name, t.owner, a.name AS owner_name, t.due_at, t.wake_at,
             t.supervised, t.stuck, t.updated_at, t.created_at
         FROM tickets t
         JOIN customers c ON c.id = t.requester
         JOIN groups g ON g.id = t.group_id
         LEFT JOIN agents a ON a.id = t.owner
         WHERE t.id",
    );
    sql.among(ids.iter().map(|id| id.0));
    let found: Vec<Row> = sql.all(tx).await?;
    let paths = Paths::load(tx).await?;
    let supervised = found.iter().filter(|row| row.supervised > 0).map(|row| TicketId(row.id));
    let marks = marks::of(tx, supervised).await?;
    let troubled = found.iter().filter(|row| row.stuck).map(|row| TicketId(row.id));
    let mut troubles = stuck::of(tx, troubled).await?;
    let read = found.into_iter().map(|row| {
        let id = TicketId(row.id);
        row.read(&paths, marks.get(&id).copied(), troubles.remove(&id).unwrap_or_default())
    });
    let mut rows = read.collect::<Result<Vec<TicketRow>>>()?;
    let place = |row: &TicketRow| ids.iter().position(|id| *id == row.number.0);
    rows.sort_by_key(place);
    Ok(rows)
}

#[derive(FromRow)]
struct Row {
    id: i64,
    subject: String,
    category: i64,
    requester: String,
    vip: bool,
    state: String,
    priority: i64,
    group_id: i64,
    group_name: String,
    owner: Option<i64>,
    owner_name: Option<String>,
    due_at: Option<i64>,
    wake_at: Option<i64>,
    supervised: i64,
    stuck: bool,
    updated_at: i64,
    created_at: i64,
}

impl Row {
    fn read(
        self,
        paths: &Paths,
        supervised: Option<Supervised>,
        troubles: Vec<Trouble>,
    ) -> Result<TicketRow> {
        Ok(TicketRow {
            number: TicketId(self.id).number(),
            subject: self.subject,
            category: paths.of(CategoryId(self.category)),
            requester: self.requester,
            vip: self.vip,
            state: stored(self.state)?,
            priority: priority(self.priority)?,
            group: GroupId(self.group_id),
            group_name: self.group_name,
            owner: person(self.owner, self.owner_name),
            due_at: self.due_at.map(Timestamp),
            wake_at: self.wake_at.map(Timestamp),
            supervised,
            troubles,
            updated_at: Timestamp(self.updated_at),
            created_at: Timestamp(self.created_at),
        })
    }
}

pub(crate) fn person(id: Option<i64>, name: Option<String>) -> Option<Person> {
    Some(Person { id: AgentId(id?), name: name? })
}

pub(crate) fn priority(code: i64) -> Result<Priority> {
    Priority::from_code(code)
        .ok_or_else(|| StoreError::Damaged("a priority that does not exist".to_owned()))
}

/// A customer's own tickets, newest first.
pub async fn of_requester(
    tx: &mut Tx,
    requester: CustomerId,
    after: Option<Cursor>,
    limit: PageSize,
) -> Result<Page<MyTicket>> {
    let before = after.map_or(i64::MAX, |cursor| cursor.id);
    let mut rows: Vec<(i64, String, i64, String, i64)> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT id, subject, category, state, updated_at FROM tickets
             WHERE requester = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
        )
        .bind(requester.0)
        .bind(before)
        .bind(i64::from(limit.get()) + 1)
        .fetch_all(conn)
        .await?
    });
    let more = rows.len() > usize::from(limit.get());
    rows.truncate(usize::from(limit.get()));
    let next = rows.last().filter(|_| more).map(|row| Cursor { rank: 0, id: row.0 });
    let paths = Paths::load(tx).await?;
    let rows = rows.into_iter().map(|row| my_ticket(row, &paths)).collect::<Result<_>>()?;
    Ok(Page { rows, next })
}

fn my_ticket(row: (i64, String, i64, String, i64), paths: &Paths) -> Result<MyTicket> {
    let (id, subject, category, state, updated_at) = row;
    Ok(MyTicket {
        number: TicketId(id).number(),
        subject,
        category: paths.of(CategoryId(category)),
        state: stored::<TicketState, _>(state)?,
        updated_at: Timestamp(updated_at),
    })
}
