//! Rows of `connectors`.

use domain::connector::{Connector, ConnectorKey};
use domain::id::ConnectorId;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored_json, to_json};

/// A connector as it is kept. The secret is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub id: ConnectorId,
    pub connector: Connector,
    pub secret: Option<Vec<u8>>,
    pub updated_at: Timestamp,
}

/// Writes it under its key, in the place of what was there.
pub async fn keep(tx: &mut Tx, connector: &Connector, now: Timestamp) -> Result<()> {
    const SQL: &str = "INSERT INTO connectors (key, declared, updated_at) VALUES ($1, $2, $3)
        ON CONFLICT (key) DO UPDATE SET declared = excluded.declared,
            updated_at = excluded.updated_at";
    let declared = to_json(connector)?;
    on!(tx, conn => {
        sqlx::query(SQL)
            .bind(connector.key.as_str())
            .bind(&declared)
            .bind(now.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn set_secret(tx: &mut Tx, key: &ConnectorKey, sealed: &[u8]) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE connectors SET secret = $2 WHERE key = $1")
            .bind(key.as_str())
            .bind(sealed)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn find(tx: &mut Tx, key: &ConnectorKey) -> Result<Option<Kept>> {
    let row: Option<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT * FROM connectors WHERE key = $1")
            .bind(key.as_str())
            .fetch_optional(conn)
            .await?
    });
    row.map(Kept::try_from).transpose()
}

pub async fn all(tx: &mut Tx) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as("SELECT * FROM connectors ORDER BY key").fetch_all(conn).await?
    });
    rows.into_iter().map(Kept::try_from).collect()
}

#[derive(FromRow)]
struct Row {
    id: i64,
    declared: String,
    secret: Option<Vec<u8>>,
    updated_at: i64,
}

impl TryFrom<Row> for Kept {
    type Error = StoreError;

    fn try_from(Row { id, declared, secret, updated_at }: Row) -> Result<Self> {
        Ok(Self {
            id: ConnectorId(id),
            connector: stored_json(&declared)?,
            secret,
            updated_at: Timestamp(updated_at),
        })
    }
}
