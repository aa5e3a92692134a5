//! Worklists: tasks, the most pressing first.

use std::collections::HashMap;

use domain::behind::TasksOf;
use domain::flow::{Flow, StepKey};
use domain::id::{AgentId, CategoryId, FlowVersionId, GroupId, TaskId, TicketId};
use domain::list::{Cursor, Page, PageSize, Shelf, Supervised, TaskRow};
use domain::ticket::Trigger;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::keyset::{beyond, cut, first};
use crate::lists::{person, priority, triggered};
use crate::names::{self, Paths};
use crate::sql::Sql;
use crate::supervisions::marks;
use crate::{Result, Tx, stored};

/// One shelf of one person's worklist; `groups` are those whose queue they see.
pub async fn shelf(
    tx: &mut Tx,
    me: AgentId,
    groups: &[GroupId],
    shelf: Shelf,
    trigger: Option<Trigger>,
    after: Option<Cursor>,
    limit: PageSize,
) -> Result<Page<TaskRow>> {
    match shelf {
        Shelf::Mine => of_agent(tx, me, TasksOf::Actionable, trigger, after, limit).await,
        Shelf::Waiting => of_agent(tx, me, TasksOf::Held, trigger, after, limit).await,
        Shelf::Queue => queue(tx, groups, trigger, after, limit).await,
    }
}

/// Tasks with this person's name on them.
pub async fn of_agent(
    tx: &mut Tx,
    agent: AgentId,
    which: TasksOf,
    trigger: Option<Trigger>,
    after: Option<Cursor>,
    limit: PageSize,
) -> Result<Page<TaskRow>> {
    let mut sql = Sql::new("SELECT rank_at, id FROM (");
    handled(&mut sql, agent, which, trigger);
    beyond(&mut sql, after);
    first(&mut sql, limit);
    sql.add(") AS stream");
    page(tx, sql, limit).await
}

/// What waits in the queues of these groups to be claimed.
pub async fn queue(
    tx: &mut Tx,
    groups: &[GroupId],
    trigger: Option<Trigger>,
    after: Option<Cursor>,
    limit: PageSize,
) -> Result<Page<TaskRow>> {
    if groups.is_empty() {
        return Ok(Page { rows: Vec::new(), next: None });
    }
    let mut sql = Sql::new("SELECT rank_at, id FROM (");
    for (place, group) in groups.iter().enumerate() {
        sql.add(if place == 0 { "" } else { " UNION ALL " });
        queued(&mut sql, *group, trigger);
        beyond(&mut sql, after);
        first(&mut sql, limit);
        sql.add(") AS stream");
    }
    page(tx, sql, limit).await
}

async fn page(tx: &mut Tx, mut sql: Sql, limit: PageSize) -> Result<Page<TaskRow>> {
    sql.add(") AS keys");
    first(&mut sql, limit);
    let (ids, next) = cut(sql.all(tx).await?, limit);
    Ok(Page { rows: rows(tx, &ids).await?, next })
}

/// `stage > 0` says nothing new, but SQLite uses a partial index only when it reads its condition.
fn handled(sql: &mut Sql, me: AgentId, which: TasksOf, trigger: Option<Trigger>) {
    sql.add(
        "SELECT rank_at, id FROM (SELECT rank_at, id FROM tasks t WHERE stage > 0 AND handler = ",
    )
    .number(me.0)
    .add(match which {
        TasksOf::Actionable => " AND stage = 1",
        TasksOf::Late => " AND stage = 1 AND overdue",
        TasksOf::Held => " AND stage = 2",
    })
    .add(triggered(trigger));
}

fn queued(sql: &mut Sql, group: GroupId, trigger: Option<Trigger>) {
    sql.add(
        "SELECT rank_at, id FROM (SELECT rank_at, id FROM tasks t
         WHERE stage > 0 AND handler IS NULL AND stage = 1 AND group_id = ",
    )
    .number(group.0)
    .add(triggered(trigger));
}

async fn rows(tx: &mut Tx, ids: &[i64]) -> Result<Vec<TaskRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::new(
        "SELECT k.id, k.ticket, t.subject, t.category, c.name AS requester, c.vip, k.step, t.flow_version,
             k.kind, k.question, k.by_system, k.state, t.state AS ticket_state, t.priority, k.group_id, g.name AS group_name,
             k.handler, a.name AS handler_name, k.due_at, t.wake_at, t.supervised,
             COALESCE(u.n, 0) AS urges, k.created_at
         FROM tasks k
         JOIN tickets t ON t.id = k.ticket
         JOIN customers c ON c.id = t.requester
         JOIN groups g ON g.id = k.group_id
         LEFT JOIN agents a ON a.id = k.handler
         LEFT JOIN urged_tasks u ON u.task = k.id
         WHERE k.id",
    );
    sql.among(ids.iter().copied());
    let found: Vec<Row> = sql.all(tx).await?;
    let paths = Paths::load(tx).await?;
    let mut flows: Vec<FlowVersionId> =
        found.iter().map(|row| FlowVersionId(row.flow_version)).collect();
    flows.sort_unstable();
    flows.dedup();
    let flows = names::flows(tx, flows).await?;
    let supervised = found.iter().filter(|row| row.supervised > 0).map(|row| TicketId(row.ticket));
    let marks = marks::of(tx, supervised).await?;
    let read = found.into_iter().map(|row| {
        let mark = marks.get(&TicketId(row.ticket)).copied();
        row.read(&paths, &flows, mark)
    });
    let mut rows = read.collect::<Result<Vec<TaskRow>>>()?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id.0));
    Ok(rows)
}

#[derive(FromRow)]
struct Row {
    id: i64,
    ticket: i64,
    subject: String,
    category: i64,
    requester: String,
    vip: bool,
    step: String,
    kind: String,
    question: Option<String>,
    by_system: bool,
    flow_version: i64,
    state: String,
    ticket_state: String,
    priority: i64,
    group_id: i64,
    group_name: String,
    handler: Option<i64>,
    handler_name: Option<String>,
    due_at: Option<i64>,
    wake_at: Option<i64>,
    supervised: i64,
    urges: i64,
    created_at: i64,
}

impl Row {
    fn read(
        self,
        paths: &Paths,
        flows: &HashMap<FlowVersionId, Flow>,
        supervised: Option<Supervised>,
    ) -> Result<TaskRow> {
        let step = StepKey(self.step);
        let known = flows.get(&FlowVersionId(self.flow_version)).and_then(|flow| flow.step(&step));
        Ok(TaskRow {
            id: TaskId(self.id),
            ticket: TicketId(self.ticket).number(),
            subject: self.subject,
            category: paths.of(CategoryId(self.category)),
            requester: self.requester,
            vip: self.vip,
            kind: stored(self.kind)?,
            step: self.question.unwrap_or_else(|| {
                known.map_or_else(|| step.0.clone(), |known| known.name.clone())
            }),
            step_key: step.0,
            state: stored(self.state)?,
            trigger: Trigger::by_system(self.by_system),
            ticket_state: stored(self.ticket_state)?,
            priority: priority(self.priority)?,
            group: GroupId(self.group_id),
            group_name: self.group_name,
            handler: person(self.handler, self.handler_name),
            due_at: self.due_at.map(Timestamp),
            wake_at: self.wake_at.map(Timestamp),
            supervised,
            urges: u32::try_from(self.urges).unwrap_or_default(),
            created_at: Timestamp(self.created_at),
        })
    }
}
