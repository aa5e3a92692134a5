//! Rows of `codes`: one-time codes, known by their hashes.

use domain::time::Timestamp;

use crate::sessions::{Columns, Holder};
use crate::{Result, Tx, on};

pub async fn insert(tx: &mut Tx, hash: &[u8], holder: Holder, expires_at: Timestamp) -> Result<()> {
    const SQL: &str = "INSERT INTO codes (code, agent, customer, expires_at, contact) VALUES ($1, $2, $3, $4, $5)";
    on!(tx, conn => {
        sqlx::query(SQL)
            .bind(hash)
            .bind(holder.agent())
            .bind(holder.customer())
            .bind(expires_at.0)
            .bind(holder.contact())
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// Uses the code up, and says whose it was, if it had not ended.
pub async fn redeem(tx: &mut Tx, hash: &[u8], now: Timestamp) -> Result<Option<Holder>> {
    const SQL: &str =
        "DELETE FROM codes WHERE code = $1 AND expires_at > $2 RETURNING agent, customer, contact";
    let row: Option<Columns> =
        on!(tx, conn => sqlx::query_as(SQL).bind(hash).bind(now.0).fetch_optional(conn).await?);
    row.map(Holder::read).transpose()
}

/// A newer code, or a changed password, makes the older codes worthless.
pub async fn delete_all_of(tx: &mut Tx, holder: Holder) -> Result<()> {
    const OF_AGENT: &str = "DELETE FROM codes WHERE agent = $1";
    const OF_CUSTOMER: &str = "DELETE FROM codes WHERE customer = $1";
    const OF_CONTACT: &str = "DELETE FROM codes WHERE contact = $1";
    let (sql, id) = match holder {
        Holder::Agent(id) => (OF_AGENT, id.0),
        Holder::Customer(id) => (OF_CUSTOMER, id.0),
        Holder::Contact(id) => (OF_CONTACT, id.0),
    };
    on!(tx, conn => {
        sqlx::query(sql).bind(id).execute(conn).await?;
    });
    Ok(())
}

pub async fn forget_ended(tx: &mut Tx, now: Timestamp) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("DELETE FROM codes WHERE expires_at <= $1").bind(now.0).execute(conn).await?;
    });
    Ok(())
}
