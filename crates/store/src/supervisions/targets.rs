//! Rows of `supervision_targets`: which tickets a supervision lies on.

use std::collections::HashMap;

use domain::actor::{TakesPart, Whose};
use domain::id::{AgentId, CustomerId, DepartmentId, GroupId, SupervisionId, TicketId};
use domain::supervision::{Supervision, Target};
use sqlx::FromRow;

use super::Row;
use crate::sql::Sql;
use crate::{Result, Tx, on, stored};

/// A ticket of a supervision, with whose it is: not everyone may read all of them.
pub type Found = (Target, Whose);

pub async fn add(tx: &mut Tx, supervision: SupervisionId, tickets: &[TicketId]) -> Result<()> {
    on!(tx, conn => {
        let mut add =
            sqlx::QueryBuilder::new("INSERT INTO supervision_targets (supervision, ticket) ");
        add.push_values(tickets, |mut row, ticket| {
            row.push_bind(supervision.0).push_bind(ticket.0);
        });
        add.build().execute(conn).await?;
    });
    Ok(())
}

/// In the order in which tickets are locked.
pub async fn of(tx: &mut Tx, supervision: SupervisionId) -> Result<Vec<TicketId>> {
    let ids: Vec<i64> = on!(tx, conn => {
        sqlx::query_scalar(
            "SELECT ticket FROM supervision_targets WHERE supervision = $1 ORDER BY ticket",
        )
        .bind(supervision.0)
        .fetch_all(conn)
        .await?
    });
    Ok(ids.into_iter().map(TicketId).collect())
}

/// Whether one of these tickets was ever supervised.
pub async fn any_known(tx: &mut Tx, tickets: &[TicketId]) -> Result<bool> {
    let mut sql = Sql::new("SELECT ticket FROM supervision_targets WHERE ticket");
    sql.among(tickets.iter().map(|id| id.0)).add(" LIMIT 1");
    let rows: Vec<(i64,)> = sql.all(tx).await?;
    Ok(!rows.is_empty())
}

/// What lies on a ticket and was not lifted yet, the oldest first.
pub async fn running(tx: &mut Tx, ticket: TicketId) -> Result<Vec<Supervision>> {
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT s.* FROM supervision_targets x JOIN supervisions s ON s.id = x.supervision
             WHERE x.ticket = $1 AND s.lifted_at IS NULL ORDER BY s.id",
        )
        .bind(ticket.0)
        .fetch_all(conn)
        .await?
    });
    rows.into_iter().map(Supervision::try_from).collect()
}

/// The first `most` tickets of each of these.
pub async fn first(
    tx: &mut Tx,
    supervisions: &[SupervisionId],
    most: i64,
) -> Result<HashMap<SupervisionId, Vec<Found>>> {
    if supervisions.is_empty() {
        return Ok(HashMap::new());
    }
    let mut sql = Sql::new(
        "SELECT x.supervision, t.id, t.subject, t.state, t.group_id, t.department, t.owner,
             t.requester
         FROM (SELECT supervision, ticket,
                   ROW_NUMBER() OVER (PARTITION BY supervision ORDER BY ticket) AS place
               FROM supervision_targets WHERE supervision",
    );
    sql.among(supervisions.iter().map(|id| id.0))
        .add(") AS x JOIN tickets t ON t.id = x.ticket WHERE x.place <= ")
        .number(most)
        .add(" ORDER BY x.supervision, t.id");
    let rows: Vec<TargetRow> = sql.all(tx).await?;
    let mut found: HashMap<SupervisionId, Vec<Found>> = HashMap::new();
    for row in rows {
        found.entry(SupervisionId(row.supervision)).or_default().push(row.read()?);
    }
    Ok(found)
}

#[derive(FromRow)]
struct TargetRow {
    supervision: i64,
    id: i64,
    subject: String,
    state: String,
    group_id: i64,
    department: i64,
    owner: Option<i64>,
    requester: i64,
}

impl TargetRow {
    fn read(self) -> Result<Found> {
        let id = TicketId(self.id);
        let target =
            Target { number: id.number(), subject: self.subject, state: stored(self.state)? };
        let whose = Whose {
            ticket: id,
            group: GroupId(self.group_id),
            department: DepartmentId(self.department),
            owner: self.owner.map(AgentId),
            requester: CustomerId(self.requester),
            takes_part: TakesPart::No,
        };
        Ok((target, whose))
    }
}
