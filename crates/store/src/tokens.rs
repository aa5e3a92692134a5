//! Rows of `tokens`: bearer tokens, known by their hashes.

use domain::id::TokenId;
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::sessions::Holder;
use crate::{Result, StoreError, Tx, on};

/// A token as it is kept. `scopes` are words, separated by spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub id: TokenId,
    pub holder: Holder,
    pub scopes: String,
    pub used_at: Option<Timestamp>,
}

/// A token about to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewRow<'a> {
    pub hash: &'a [u8],
    pub holder: Holder,
    pub name: &'a str,
    pub scopes: &'a str,
    pub expires_at: Timestamp,
}

pub async fn insert(tx: &mut Tx, new: NewRow<'_>, now: Timestamp) -> Result<()> {
    const SQL: &str =
        "INSERT INTO tokens (token, agent, name, scopes, created_at, expires_at, contact)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    on!(tx, conn => {
        sqlx::query(SQL)
            .bind(new.hash)
            .bind(new.holder.agent())
            .bind(new.name)
            .bind(new.scopes)
            .bind(now.0)
            .bind(new.expires_at.0)
            .bind(new.holder.contact())
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// The token with this hash, if it has not ended.
pub async fn find(tx: &mut Tx, hash: &[u8], now: Timestamp) -> Result<Option<Token>> {
    const SQL: &str = "SELECT id, agent, contact, scopes, used_at FROM tokens
        WHERE token = $1 AND expires_at > $2";
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(hash).bind(now.0).fetch_optional(conn).await?);
    row.map(Token::try_from).transpose()
}

pub async fn set_used(tx: &mut Tx, id: TokenId, now: Timestamp) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE tokens SET used_at = $2 WHERE id = $1")
            .bind(id.0)
            .bind(now.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

#[derive(FromRow)]
struct Row {
    id: i64,
    agent: Option<i64>,
    contact: Option<i64>,
    scopes: String,
    used_at: Option<i64>,
}

impl TryFrom<Row> for Token {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, agent, contact, scopes, used_at } = row;
        let holder = Holder::read((agent, None, contact))?;
        Ok(Self { id: TokenId(id), holder, scopes, used_at: used_at.map(Timestamp) })
    }
}
