//! Rows of `roles` and of `agent_roles`.

use domain::actor::Grants;
use domain::id::{AgentId, RoleId};

use crate::{Result, Tx, on, stored_json, to_json};

pub async fn insert(tx: &mut Tx, key: &str, name: &str, grants: &Grants) -> Result<RoleId> {
    let grants = to_json(grants)?;
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar("INSERT INTO roles (key, name, grants) VALUES ($1, $2, $3) RETURNING id")
            .bind(key)
            .bind(name)
            .bind(&grants)
            .fetch_one(conn)
            .await?
    });
    Ok(RoleId(id))
}

pub async fn by_key(tx: &mut Tx, key: &str) -> Result<Option<RoleId>> {
    let id: Option<i64> = on!(tx, conn => {
        sqlx::query_scalar("SELECT id FROM roles WHERE key = $1")
            .bind(key)
            .fetch_optional(conn)
            .await?
    });
    Ok(id.map(RoleId))
}

pub async fn give(tx: &mut Tx, agent: AgentId, role: RoleId) -> Result<()> {
    const SQL: &str =
        "INSERT INTO agent_roles (agent, role) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    on!(tx, conn => {
        sqlx::query(SQL).bind(agent.0).bind(role.0).execute(conn).await?;
    });
    Ok(())
}

/// Whoever has the role and still works here, each with whether they take work now.
pub async fn holders(tx: &mut Tx, key: &str) -> Result<Vec<(AgentId, bool)>> {
    const SQL: &str = "SELECT agents.id, agents.available FROM roles
        JOIN agent_roles ON agent_roles.role = roles.id
        JOIN agents ON agents.id = agent_roles.agent
        WHERE roles.key = $1 AND agents.active ORDER BY agents.id";
    let rows: Vec<(i64, bool)> =
        on!(tx, conn => sqlx::query_as(SQL).bind(key).fetch_all(conn).await?);
    Ok(rows.into_iter().map(|(agent, available)| (AgentId(agent), available)).collect())
}

/// The keys of an agent's roles.
pub async fn keys_of(tx: &mut Tx, agent: AgentId) -> Result<Vec<String>> {
    const SQL: &str = "SELECT roles.key FROM agent_roles
        JOIN roles ON roles.id = agent_roles.role WHERE agent_roles.agent = $1 ORDER BY roles.key";
    Ok(on!(tx, conn => sqlx::query_scalar(SQL).bind(agent.0).fetch_all(conn).await?))
}

/// The key and name of every role.
pub async fn all(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    const SQL: &str = "SELECT key, name FROM roles ORDER BY id";
    Ok(on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?))
}

/// What all the agent's roles grant, united.
pub async fn grants_of(tx: &mut Tx, agent: AgentId) -> Result<Grants> {
    const SQL: &str = "SELECT roles.grants FROM agent_roles
        JOIN roles ON roles.id = agent_roles.role WHERE agent_roles.agent = $1";
    let rows: Vec<String> =
        on!(tx, conn => sqlx::query_scalar(SQL).bind(agent.0).fetch_all(conn).await?);
    rows.iter().try_fold(Grants::default(), |all, json| Ok(all.and(&stored_json(json)?)))
}
