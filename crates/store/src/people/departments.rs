//! Rows of `departments`.

use domain::id::{AgentId, DepartmentId};
use domain::org::Department;
use sqlx::FromRow;

use crate::{Result, Tx, on};

pub async fn insert(tx: &mut Tx, parent: Option<DepartmentId>, name: &str) -> Result<DepartmentId> {
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar("INSERT INTO departments (parent, name) VALUES ($1, $2) RETURNING id")
            .bind(parent.map(|it| it.0))
            .bind(name)
            .fetch_one(conn)
            .await?
    });
    Ok(DepartmentId(id))
}

pub async fn find(tx: &mut Tx, id: DepartmentId) -> Result<Option<Department>> {
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT id, parent, name, leader, territory FROM departments WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
    });
    Ok(row.map(Department::from))
}

/// The whole tree; a desk has tens of departments, not thousands.
pub async fn all(tx: &mut Tx) -> Result<Vec<Department>> {
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT id, parent, name, leader, territory FROM departments ORDER BY id")
            .fetch_all(conn)
            .await?
    });
    Ok(rows.into_iter().map(Department::from).collect())
}

pub async fn set_leader(tx: &mut Tx, id: DepartmentId, leader: Option<AgentId>) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE departments SET leader = $2 WHERE id = $1")
            .bind(id.0)
            .bind(leader.map(|it| it.0))
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// From now on it serves these regions.
pub async fn set_territory(tx: &mut Tx, id: DepartmentId, regions: &[String]) -> Result<()> {
    let regions = Some(regions.join("\n")).filter(|regions| !regions.is_empty());
    on!(tx, conn => {
        sqlx::query("UPDATE departments SET territory = $2 WHERE id = $1")
            .bind(id.0)
            .bind(regions.as_deref())
            .execute(conn)
            .await?;
    });
    Ok(())
}

#[derive(FromRow)]
struct Row {
    id: i64,
    parent: Option<i64>,
    name: String,
    leader: Option<i64>,
    territory: Option<String>,
}

impl From<Row> for Department {
    fn from(row: Row) -> Self {
        let Row { id, parent, name, leader, territory } = row;
        let territory = territory.unwrap_or_default();
        Self {
            id: DepartmentId(id),
            parent: parent.map(DepartmentId),
            name,
            leader: leader.map(AgentId),
            territory: territory.lines().map(str::to_owned).collect(),
        }
    }
}
