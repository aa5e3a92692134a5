//! Rows of `groups` and of `memberships`.

use domain::id::{AgentId, DepartmentId, GroupId};
use domain::org::{Dispatch, Group, Membership};
use sqlx::FromRow;

use crate::{Result, Tx, on, stored};

pub async fn insert(
    tx: &mut Tx,
    department: DepartmentId,
    name: &str,
    dispatch: Dispatch,
) -> Result<GroupId> {
    const SQL: &str =
        "INSERT INTO groups (department, name, dispatch) VALUES ($1, $2, $3) RETURNING id";
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(department.0)
            .bind(name)
            .bind(dispatch.as_str())
            .fetch_one(conn)
            .await?
    });
    Ok(GroupId(id))
}

pub async fn find(tx: &mut Tx, id: GroupId) -> Result<Option<Group>> {
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT id, department, name, dispatch, escalates_to FROM groups WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
    });
    row.map(Group::try_from).transpose()
}

pub async fn by_name(tx: &mut Tx, name: &str) -> Result<Option<Group>> {
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT id, department, name, dispatch, escalates_to FROM groups WHERE name = $1")
            .bind(name)
            .fetch_optional(conn)
            .await?
    });
    row.map(Group::try_from).transpose()
}

pub async fn all(tx: &mut Tx) -> Result<Vec<Group>> {
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT id, department, name, dispatch, escalates_to FROM groups ORDER BY id")
            .fetch_all(conn)
            .await?
    });
    rows.into_iter().map(Group::try_from).collect()
}

/// Says where the group's tickets go when it cannot solve them; `None`: nowhere.
pub async fn set_escalation(tx: &mut Tx, group: GroupId, to: Option<GroupId>) -> Result<()> {
    const SQL: &str = "UPDATE groups SET escalates_to = $2 WHERE id = $1";
    on!(tx, conn => {
        sqlx::query(SQL).bind(group.0).bind(to.map(|to| to.0)).execute(conn).await?;
    });
    Ok(())
}

/// Joins the group, or changes how one belongs to it.
pub async fn join(tx: &mut Tx, member: Membership) -> Result<()> {
    const SQL: &str = "INSERT INTO memberships (group_id, agent, skill, cap)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT (group_id, agent) DO UPDATE SET skill = excluded.skill, cap = excluded.cap";
    on!(tx, conn => {
        sqlx::query(SQL)
            .bind(member.group.0)
            .bind(member.agent.0)
            .bind(i64::from(member.skill))
            .bind(i64::from(member.cap))
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn of_agent(tx: &mut Tx, agent: AgentId) -> Result<Vec<GroupId>> {
    const SQL: &str = "SELECT group_id FROM memberships WHERE agent = $1 ORDER BY group_id";
    let ids: Vec<i64> =
        on!(tx, conn => sqlx::query_scalar(SQL).bind(agent.0).fetch_all(conn).await?);
    Ok(ids.into_iter().map(GroupId).collect())
}

pub async fn is_member(tx: &mut Tx, group: GroupId, agent: AgentId) -> Result<bool> {
    const SQL: &str = "SELECT 1 FROM memberships WHERE group_id = $1 AND agent = $2";
    let found: Option<i32> = on!(tx, conn => {
        sqlx::query_scalar(SQL).bind(group.0).bind(agent.0).fetch_optional(conn).await?
    });
    Ok(found.is_some())
}

/// Every membership of every group.
pub async fn memberships(tx: &mut Tx) -> Result<Vec<Membership>> {
    const SQL: &str = "SELECT group_id, agent, skill, cap FROM memberships
        ORDER BY group_id, agent";
    let rows: Vec<MemberRow> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    rows.into_iter().map(Membership::try_from).collect()
}

/// Those of the group who still work here, each with whether they take work now.
pub async fn members(tx: &mut Tx, group: GroupId) -> Result<Vec<(Membership, bool)>> {
    const SQL: &str = "SELECT group_id, agent, skill, cap, agents.available
        FROM memberships JOIN agents ON agents.id = memberships.agent
        WHERE group_id = $1 AND agents.active ORDER BY agent";
    let rows: Vec<PresentRow> =
        on!(tx, conn => sqlx::query_as(SQL).bind(group.0).fetch_all(conn).await?);
    rows.into_iter().map(|row| Ok((row.member.try_into()?, row.available))).collect()
}

#[derive(FromRow)]
struct Row {
    id: i64,
    department: i64,
    name: String,
    dispatch: String,
    escalates_to: Option<i64>,
}

impl TryFrom<Row> for Group {
    type Error = crate::StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, department, name, dispatch, escalates_to } = row;
        Ok(Self {
            id: GroupId(id),
            department: DepartmentId(department),
            name,
            dispatch: stored::<Dispatch, _>(dispatch)?,
            escalates_to: escalates_to.map(GroupId),
        })
    }
}

#[derive(FromRow)]
struct PresentRow {
    #[sqlx(flatten)]
    member: MemberRow,
    available: bool,
}

#[derive(FromRow)]
struct MemberRow {
    group_id: i64,
    agent: i64,
    skill: i64,
    cap: i64,
}

impl TryFrom<MemberRow> for Membership {
    type Error = crate::StoreError;

    fn try_from(row: MemberRow) -> Result<Self> {
        let MemberRow { group_id, agent, skill, cap } = row;
        Ok(Self {
            group: GroupId(group_id),
            agent: AgentId(agent),
            skill: stored(skill)?,
            cap: stored(cap)?,
        })
    }
}
