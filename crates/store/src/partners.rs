//! Rows of `partners`: suppliers and merchants, who answer from outside.

use domain::id::PartnerId;
use domain::partner::{Partner, PartnerKind};
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored};

pub async fn insert(tx: &mut Tx, kind: PartnerKind, name: &str) -> Result<PartnerId> {
    const SQL: &str = "INSERT INTO partners (kind, name, active) VALUES ($1, $2, $3) RETURNING id";
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(SQL).bind(kind.as_str()).bind(name).bind(true).fetch_one(conn).await?
    });
    Ok(PartnerId(id))
}

pub async fn find(tx: &mut Tx, id: PartnerId) -> Result<Option<Partner>> {
    const SQL: &str = "SELECT id, kind, name, active FROM partners WHERE id = $1";
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_optional(conn).await?);
    row.map(Partner::try_from).transpose()
}

pub async fn by_name(tx: &mut Tx, name: &str) -> Result<Option<PartnerId>> {
    const SQL: &str = "SELECT id FROM partners WHERE name = $1 AND active";
    let id: Option<i64> =
        on!(tx, conn => sqlx::query_scalar(SQL).bind(name).fetch_optional(conn).await?);
    Ok(id.map(PartnerId))
}

pub async fn called(tx: &mut Tx, name: &str) -> Result<Option<Partner>> {
    const SQL: &str = "SELECT id, kind, name, active FROM partners WHERE name = $1";
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(name).fetch_optional(conn).await?);
    row.map(Partner::try_from).transpose()
}

pub async fn set_active(tx: &mut Tx, id: PartnerId, active: bool) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE partners SET active = $2 WHERE id = $1")
            .bind(id.0)
            .bind(active)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn all(tx: &mut Tx) -> Result<Vec<Partner>> {
    const SQL: &str = "SELECT id, kind, name, active FROM partners ORDER BY name";
    let rows: Vec<Row> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    rows.into_iter().map(Partner::try_from).collect()
}

#[derive(FromRow)]
struct Row {
    id: i64,
    kind: String,
    name: String,
    active: bool,
}

impl TryFrom<Row> for Partner {
    type Error = StoreError;

    fn try_from(Row { id, kind, name, active }: Row) -> Result<Self> {
        Ok(Self { id: PartnerId(id), kind: stored(kind)?, name, active })
    }
}
