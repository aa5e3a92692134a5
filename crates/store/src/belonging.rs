//! Whose tickets are: what permissions are decided by, for many at once.

use domain::actor::{TakesPart, Whose};
use domain::id::{AgentId, CustomerId, DepartmentId, GroupId, TicketId};

use crate::sql::Sql;
use crate::{Result, Tx};

/// Who takes part is another question: see [`crate::pages::takes_part_in`].
pub async fn of(tx: &mut Tx, tickets: &[TicketId]) -> Result<Vec<Whose>> {
    if tickets.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql =
        Sql::new("SELECT id, group_id, department, owner, requester FROM tickets WHERE id");
    sql.among(tickets.iter().map(|id| id.0));
    let rows: Vec<(i64, i64, i64, Option<i64>, i64)> = sql.all(tx).await?;
    let whose =
        |(id, group, department, owner, requester): (i64, i64, i64, Option<i64>, i64)| Whose {
            ticket: TicketId(id),
            group: GroupId(group),
            department: DepartmentId(department),
            owner: owner.map(AgentId),
            requester: CustomerId(requester),
            takes_part: TakesPart::No,
        };
    Ok(rows.into_iter().map(whose).collect())
}
