//! What a list shows of a ticket.

use domain::id::{AgentId, CategoryId, GroupId, TicketId};
use domain::list::{Supervised, TicketRow};
use domain::org::Person;
use domain::priority::Priority;
use domain::stuck::Trouble;
use domain::ticket::Trigger;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::names::Paths;
use crate::sql::Sql;
use crate::supervisions::marks;
use crate::{Result, StoreError, Tx, stored, stuck};

/// What a list shows of these tickets, in this order.
pub async fn rows(tx: &mut Tx, ids: &[TicketId]) -> Result<Vec<TicketRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(
        "SELECT t.id, t.subject, t.category, c.name AS requester, c.vip, t.state, t.priority,
             t.group_id, g.name AS group_name, t.owner, a.name AS owner_name, t.due_at, t.wake_at,
             t.supervised, t.stuck, t.by_system, t.updated_at, t.created_at
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
    by_system: bool,
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
            trigger: Trigger::by_system(self.by_system),
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
