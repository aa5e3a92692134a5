//! Rows of `fields`: what the form of a leaf asks.

use domain::field::{Field, FieldKind};
use domain::id::{CategoryId, FieldId};
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored_json, to_json};

/// A field about to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewRow<'a> {
    pub category: CategoryId,
    pub key: &'a str,
    pub label: &'a str,
    pub help: Option<&'a str>,
    pub kind: &'a FieldKind,
    pub required: bool,
}

/// It comes last in its form.
pub async fn insert(tx: &mut Tx, new: NewRow<'_>) -> Result<FieldId> {
    const SQL: &str = "INSERT INTO fields (category, key, label, help, kind, required, position)
        VALUES ($1, $2, $3, $4, $5, $6,
            (SELECT COALESCE(MAX(position), 0) + 1 FROM fields WHERE category = $1))
        RETURNING id";
    let kind = to_json(new.kind)?;
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(new.category.0)
            .bind(new.key)
            .bind(new.label)
            .bind(new.help)
            .bind(&kind)
            .bind(new.required)
            .fetch_one(conn)
            .await?
    });
    Ok(FieldId(id))
}

/// The form of a leaf, in its order.
pub async fn of_category(tx: &mut Tx, category: CategoryId) -> Result<Vec<Field>> {
    const SQL: &str = "SELECT id, category, key, label, help, kind, required, position
        FROM fields WHERE category = $1 ORDER BY position, id";
    let rows: Vec<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(category.0).fetch_all(conn).await?);
    rows.into_iter().map(Field::try_from).collect()
}

/// Every form of the desk.
pub async fn all(tx: &mut Tx) -> Result<Vec<Field>> {
    const SQL: &str = "SELECT id, category, key, label, help, kind, required, position
        FROM fields ORDER BY category, position, id";
    let rows: Vec<Row> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    rows.into_iter().map(Field::try_from).collect()
}

pub async fn find(tx: &mut Tx, id: FieldId) -> Result<Option<Field>> {
    const SQL: &str = "SELECT id, category, key, label, help, kind, required, position
        FROM fields WHERE id = $1";
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_optional(conn).await?);
    row.map(Field::try_from).transpose()
}

#[derive(FromRow)]
struct Row {
    id: i64,
    category: i64,
    key: String,
    label: String,
    help: Option<String>,
    kind: String,
    required: bool,
    position: i64,
}

impl TryFrom<Row> for Field {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, category, key, label, help, kind, required, position } = row;
        let kind = stored_json(&kind)?;
        let (id, category) = (FieldId(id), CategoryId(category));
        Ok(Self { id, category, key, label, help, kind, required, position })
    }
}
