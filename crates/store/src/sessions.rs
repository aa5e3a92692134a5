//! Rows of `sessions`: who is signed in. A session is known by the hash of its cookie.

use domain::id::{AgentId, ContactId, CustomerId};
use domain::time::Timestamp;

use crate::{Result, StoreError, Tx, on};

/// Whose a session or a one-time code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    Agent(AgentId),
    Customer(CustomerId),
    /// Of a partner.
    Contact(ContactId),
}

impl Holder {
    pub(crate) const fn agent(self) -> Option<i64> {
        match self {
            Self::Agent(id) => Some(id.0),
            Self::Customer(_) | Self::Contact(_) => None,
        }
    }

    pub(crate) const fn customer(self) -> Option<i64> {
        match self {
            Self::Customer(id) => Some(id.0),
            Self::Agent(_) | Self::Contact(_) => None,
        }
    }

    pub(crate) const fn contact(self) -> Option<i64> {
        match self {
            Self::Contact(id) => Some(id.0),
            Self::Agent(_) | Self::Customer(_) => None,
        }
    }

    pub(crate) fn read((agent, customer, contact): Columns) -> Result<Self> {
        match (agent, customer, contact) {
            (Some(id), None, None) => Ok(Self::Agent(AgentId(id))),
            (None, Some(id), None) => Ok(Self::Customer(CustomerId(id))),
            (None, None, Some(id)) => Ok(Self::Contact(ContactId(id))),
            _ => Err(StoreError::Damaged("a session is of one person".into())),
        }
    }
}

/// Agent, customer, contact: one of them.
pub(crate) type Columns = (Option<i64>, Option<i64>, Option<i64>);

pub async fn insert(
    tx: &mut Tx,
    hash: &[u8],
    holder: Holder,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<()> {
    const SQL: &str =
        "INSERT INTO sessions (token, agent, customer, created_at, expires_at, contact)
        VALUES ($1, $2, $3, $4, $5, $6)";
    on!(tx, conn => {
        sqlx::query(SQL)
            .bind(hash)
            .bind(holder.agent())
            .bind(holder.customer())
            .bind(now.0)
            .bind(expires_at.0)
            .bind(holder.contact())
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// Who holds it, if it has not ended.
pub async fn find(tx: &mut Tx, hash: &[u8], now: Timestamp) -> Result<Option<Holder>> {
    const SQL: &str =
        "SELECT agent, customer, contact FROM sessions WHERE token = $1 AND expires_at > $2";
    let row: Option<Columns> =
        on!(tx, conn => sqlx::query_as(SQL).bind(hash).bind(now.0).fetch_optional(conn).await?);
    row.map(Holder::read).transpose()
}

pub async fn delete(tx: &mut Tx, hash: &[u8]) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("DELETE FROM sessions WHERE token = $1").bind(hash).execute(conn).await?;
    });
    Ok(())
}

pub async fn delete_all_of(tx: &mut Tx, holder: Holder) -> Result<()> {
    const OF_AGENT: &str = "DELETE FROM sessions WHERE agent = $1";
    const OF_CUSTOMER: &str = "DELETE FROM sessions WHERE customer = $1";
    const OF_CONTACT: &str = "DELETE FROM sessions WHERE contact = $1";
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
        sqlx::query("DELETE FROM sessions WHERE expires_at <= $1").bind(now.0).execute(conn).await?;
    });
    Ok(())
}
