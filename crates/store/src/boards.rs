//! What the board is made of: maintained numbers, and the names beside them. Nothing is counted.

use domain::counter::Tally;
use domain::id::{AgentId, DepartmentId, GroupId};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::sql::Sql;
use crate::{Result, Tx, on};

#[derive(Clone, Debug)]
pub struct BoardGroup {
    pub id: GroupId,
    pub department: DepartmentId,
    pub name: String,
}

/// Somebody in a group.
#[derive(Clone, Debug)]
pub struct Member {
    pub agent: AgentId,
    pub group: GroupId,
    pub name: String,
    pub available: bool,
    pub cap: i64,
}

/// How often something happened in an hour.
#[derive(Clone, Copy, Debug)]
pub struct Tallied {
    pub hour: Timestamp,
    pub group: GroupId,
    pub n: i64,
    code: i64,
}

impl Tallied {
    pub const fn is(&self, tally: Tally) -> bool {
        self.code == tally.code()
    }
}

/// All groups, by name.
pub async fn groups(tx: &mut Tx) -> Result<Vec<BoardGroup>> {
    let rows: Vec<(i64, i64, String)> = on!(tx, conn => {
        sqlx::query_as("SELECT id, department, name FROM groups ORDER BY name")
            .fetch_all(conn)
            .await?
    });
    let group = |(id, department, name)| BoardGroup {
        id: GroupId(id),
        department: DepartmentId(department),
        name,
    };
    Ok(rows.into_iter().map(group).collect())
}

#[derive(FromRow)]
struct MemberRow {
    agent: i64,
    group_id: i64,
    name: String,
    available: bool,
    cap: i64,
}

/// Everybody who works here and is in a group, by name.
pub async fn members(tx: &mut Tx) -> Result<Vec<Member>> {
    let rows: Vec<MemberRow> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT s.agent, s.group_id, a.name, a.available, s.cap
             FROM memberships s JOIN agents a ON a.id = s.agent
             WHERE a.active ORDER BY a.name, a.id, s.group_id",
        )
        .fetch_all(conn)
        .await?
    });
    let member = |row: MemberRow| Member {
        agent: AgentId(row.agent),
        group: GroupId(row.group_id),
        name: row.name,
        available: row.available,
        cap: row.cap,
    };
    Ok(rows.into_iter().map(member).collect())
}

/// What happened since an hour began, in these groups.
pub async fn tallies(tx: &mut Tx, since: Timestamp, groups: &[GroupId]) -> Result<Vec<Tallied>> {
    let mut sql = Sql::new(
        "SELECT hour, tally, group_id, CAST(SUM(n) AS BIGINT) FROM tallies WHERE hour >= ",
    );
    sql.number(since.0).add(" AND group_id").among(groups.iter().map(|id| id.0));
    sql.add(" GROUP BY hour, tally, group_id");
    let rows: Vec<(i64, i64, i64, i64)> = sql.all(tx).await?;
    let tallied =
        |(hour, code, group, n)| Tallied { hour: Timestamp(hour), group: GroupId(group), n, code };
    Ok(rows.into_iter().map(tallied).collect())
}
