//! Rows of `agents`. The hash of a password is asked for by itself and is in no value that
//! travels.

use std::collections::HashMap;

use domain::counter::Count;
use domain::id::{AgentId, DepartmentId};
use domain::org::Agent;
use sqlx::FromRow;

use crate::sql::Sql;
use crate::{Result, Tx, on};

pub async fn insert(
    tx: &mut Tx,
    login: &str,
    name: &str,
    department: DepartmentId,
    password_hash: &str,
) -> Result<AgentId> {
    const SQL: &str = "INSERT INTO agents (login, name, department, password, available, active)
        VALUES ($1, $2, $3, $4, $5, $5) RETURNING id";
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(login)
            .bind(name)
            .bind(department.0)
            .bind(password_hash)
            .bind(true)
            .fetch_one(conn)
            .await?
    });
    Ok(AgentId(id))
}

pub async fn find(tx: &mut Tx, id: AgentId) -> Result<Option<Agent>> {
    const SQL: &str =
        "SELECT id, login, name, department, available, active FROM agents WHERE id = $1";
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_optional(conn).await?);
    Ok(row.map(Agent::from))
}

/// The departments these people belong to.
pub async fn homes(tx: &mut Tx, ids: &[AgentId]) -> Result<HashMap<AgentId, DepartmentId>> {
    let mut sql = Sql::new("SELECT id, department FROM agents WHERE id");
    sql.among(ids.iter().map(|id| id.0));
    let rows: Vec<(i64, i64)> = sql.all(tx).await?;
    Ok(rows.into_iter().map(|(id, home)| (AgentId(id), DepartmentId(home))).collect())
}

pub async fn by_login(tx: &mut Tx, login: &str) -> Result<Option<Agent>> {
    const SQL: &str =
        "SELECT id, login, name, department, available, active FROM agents WHERE login = $1";
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(login).fetch_optional(conn).await?);
    Ok(row.map(Agent::from))
}

/// Everybody who still works here.
pub async fn active(tx: &mut Tx) -> Result<Vec<Agent>> {
    const SQL: &str = "SELECT id, login, name, department, available, active
        FROM agents WHERE active ORDER BY id";
    let rows: Vec<Row> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    Ok(rows.into_iter().map(Agent::from).collect())
}

/// Tasks in everybody's worklist now; whoever is missing has none.
pub async fn loads(tx: &mut Tx) -> Result<HashMap<AgentId, i64>> {
    const SQL: &str = "SELECT -whose, CAST(SUM(n) AS BIGINT) FROM counters
        WHERE count = $1 AND whose < 0 GROUP BY whose";
    let rows: Vec<(i64, i64)> = on!(tx, conn => {
        sqlx::query_as(SQL).bind(Count::TasksActionable.code()).fetch_all(conn).await?
    });
    Ok(rows.into_iter().map(|(agent, load)| (AgentId(agent), load)).collect())
}

pub async fn password_hash(tx: &mut Tx, id: AgentId) -> Result<Option<String>> {
    Ok(on!(tx, conn => {
        sqlx::query_scalar("SELECT password FROM agents WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
    }))
}

pub async fn set_password(tx: &mut Tx, id: AgentId, password_hash: &str) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE agents SET password = $2 WHERE id = $1")
            .bind(id.0)
            .bind(password_hash)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn set_available(tx: &mut Tx, id: AgentId, available: bool) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE agents SET available = $2 WHERE id = $1")
            .bind(id.0)
            .bind(available)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn set_active(tx: &mut Tx, id: AgentId, active: bool) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE agents SET active = $2 WHERE id = $1")
            .bind(id.0)
            .bind(active)
            .execute(conn)
            .await?;
    });
    Ok(())
}

#[derive(FromRow)]
struct Row {
    id: i64,
    login: String,
    name: String,
    department: i64,
    available: bool,
    active: bool,
}

impl From<Row> for Agent {
    fn from(row: Row) -> Self {
        let Row { id, login, name, department, available, active } = row;
        Self {
            id: AgentId(id),
            login,
            name,
            department: DepartmentId(department),
            available,
            active,
        }
    }
}
