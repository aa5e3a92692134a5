//! Rows of `categories`.

use domain::category::{Category, CategoryTree, Leaf};
use domain::due::Targets;
use domain::id::{CategoryId, FlowId, FlowVersionId, GroupId};
use domain::priority::{Importance, Urgency};
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored};

/// A category about to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewRow<'a> {
    pub parent: Option<CategoryId>,
    pub name: &'a str,
    pub hint: Option<&'a str>,
    pub initials: &'a str,
    pub leaf: Option<(Leaf, FlowId)>,
}

/// It comes after its siblings.
pub async fn insert(tx: &mut Tx, new: NewRow<'_>) -> Result<CategoryId> {
    const SQL: &str = "INSERT INTO categories (parent, name, hint, initials, position, enabled,
            group_id, flow, first_response_hours, resolution_hours, urgency, importance,
            people_only)
        VALUES ($1, $2, $3, $4,
            (SELECT COALESCE(MAX(position), 0) + 1 FROM categories
             WHERE COALESCE(parent, 0) = COALESCE($1, 0)),
            $5, $6, $7, $8, $9, $10, $11, $12)
        RETURNING id";
    let leaf = new.leaf.map(|(leaf, _)| leaf);
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(new.parent.map(|it| it.0))
            .bind(new.name)
            .bind(new.hint)
            .bind(new.initials)
            .bind(true)
            .bind(leaf.map(|it| it.group.0))
            .bind(new.leaf.map(|(_, flow)| flow.0))
            .bind(leaf.map(|it| i64::from(it.targets.first_response_hours)))
            .bind(leaf.map(|it| i64::from(it.targets.resolution_hours)))
            .bind(leaf.map(|it| it.urgency.code()))
            .bind(leaf.map(|it| it.importance.code()))
            .bind(leaf.is_some_and(|it| it.people_only))
            .fetch_one(conn)
            .await?
    });
    Ok(CategoryId(id))
}

/// The whole tree, in the order it is shown: hundreds of rows at most.
pub async fn tree(tx: &mut Tx) -> Result<CategoryTree> {
    const SQL: &str = "SELECT id, parent, name, hint, initials, position, enabled, group_id,
            first_response_hours, resolution_hours, urgency, importance, people_only
        FROM categories ORDER BY position, id";
    let rows: Vec<Row> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    Ok(CategoryTree(rows.into_iter().map(Category::try_from).collect::<Result<_>>()?))
}

pub async fn find(tx: &mut Tx, id: CategoryId) -> Result<Option<Category>> {
    const SQL: &str = "SELECT id, parent, name, hint, initials, position, enabled, group_id,
            first_response_hours, resolution_hours, urgency, importance, people_only
        FROM categories WHERE id = $1";
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_optional(conn).await?);
    row.map(Category::try_from).transpose()
}

/// The version of its flow that a new ticket of every leaf begins with.
pub async fn flows(tx: &mut Tx) -> Result<Vec<(CategoryId, FlowVersionId)>> {
    const SQL: &str = "SELECT c.id, f.current FROM categories c JOIN flows f ON f.id = c.flow
        WHERE f.current IS NOT NULL";
    let rows: Vec<(i64, i64)> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    Ok(rows.into_iter().map(|(id, flow)| (CategoryId(id), FlowVersionId(flow))).collect())
}

/// The flow of every leaf.
pub async fn flow_of_each(tx: &mut Tx) -> Result<Vec<(CategoryId, FlowId)>> {
    const SQL: &str = "SELECT id, flow FROM categories WHERE flow IS NOT NULL ORDER BY id";
    let rows: Vec<(i64, i64)> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    Ok(rows.into_iter().map(|(id, flow)| (CategoryId(id), FlowId(flow))).collect())
}

/// From now on tickets of this leaf begin with that flow (B-15).
pub async fn set_flow(tx: &mut Tx, id: CategoryId, flow: FlowId) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE categories SET flow = $2 WHERE id = $1 AND group_id IS NOT NULL")
            .bind(id.0)
            .bind(flow.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// Answers whether there is such a leaf.
pub async fn set_people_only(tx: &mut Tx, id: CategoryId, people_only: bool) -> Result<bool> {
    const SQL: &str =
        "UPDATE categories SET people_only = $2 WHERE id = $1 AND group_id IS NOT NULL";
    let done = on!(tx, conn => {
        sqlx::query(SQL).bind(id.0).bind(people_only).execute(conn).await?.rows_affected()
    });
    Ok(done > 0)
}

#[derive(FromRow)]
struct Row {
    id: i64,
    parent: Option<i64>,
    name: String,
    hint: Option<String>,
    initials: String,
    position: i64,
    enabled: bool,
    group_id: Option<i64>,
    first_response_hours: Option<i64>,
    resolution_hours: Option<i64>,
    urgency: Option<i64>,
    importance: Option<i64>,
    people_only: bool,
}

impl TryFrom<Row> for Category {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let leaf = row.group_id.map(|group| leaf(group, &row)).transpose()?;
        let Row { id, parent, name, hint, initials, position, enabled, .. } = row;
        Ok(Self {
            id: CategoryId(id),
            parent: parent.map(CategoryId),
            name,
            hint,
            initials,
            position,
            enabled,
            leaf,
        })
    }
}

fn leaf(group: i64, row: &Row) -> Result<Leaf> {
    let damaged = || StoreError::Damaged(format!("category {} is half a leaf", row.id));
    let targets = Targets {
        first_response_hours: stored(row.first_response_hours.ok_or_else(damaged)?)?,
        resolution_hours: stored(row.resolution_hours.ok_or_else(damaged)?)?,
    };
    let urgency = row.urgency.and_then(Urgency::from_code).ok_or_else(damaged)?;
    let importance = row.importance.and_then(Importance::from_code).ok_or_else(damaged)?;
    let people_only = row.people_only;
    Ok(Leaf { group: GroupId(group), targets, urgency, importance, people_only })
}
