//! Rows of `channels` and of `channel_categories`.

use domain::channel::Channel;
use domain::id::{CategoryId, ChannelId};

use crate::{Result, Tx, on};

pub async fn insert(tx: &mut Tx, key: &str, name: &str) -> Result<ChannelId> {
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar("INSERT INTO channels (key, name) VALUES ($1, $2) RETURNING id")
            .bind(key)
            .bind(name)
            .fetch_one(conn)
            .await?
    });
    Ok(ChannelId(id))
}

pub async fn open_to(tx: &mut Tx, channel: ChannelId, category: CategoryId) -> Result<()> {
    const SQL: &str = "INSERT INTO channel_categories (channel, category) VALUES ($1, $2)
        ON CONFLICT DO NOTHING";
    on!(tx, conn => {
        sqlx::query(SQL).bind(channel.0).bind(category.0).execute(conn).await?;
    });
    Ok(())
}

/// From now on it is open to nothing.
pub async fn shut(tx: &mut Tx, channel: ChannelId) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("DELETE FROM channel_categories WHERE channel = $1")
            .bind(channel.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn by_key(tx: &mut Tx, key: &str) -> Result<Option<Channel>> {
    let row: Option<(i64, String)> = on!(tx, conn => {
        sqlx::query_as("SELECT id, name FROM channels WHERE key = $1")
            .bind(key)
            .fetch_optional(conn)
            .await?
    });
    let Some((id, name)) = row else { return Ok(None) };
    let categories = categories_of(tx, id).await?;
    Ok(Some(Channel { id: ChannelId(id), key: key.to_owned(), name, categories }))
}

/// Every door.
pub async fn all(tx: &mut Tx) -> Result<Vec<Channel>> {
    let keys: Vec<String> =
        on!(tx, conn => sqlx::query_scalar("SELECT key FROM channels").fetch_all(conn).await?);
    let mut channels = Vec::new();
    for key in keys {
        channels.extend(by_key(tx, &key).await?);
    }
    Ok(channels)
}

pub async fn name(tx: &mut Tx, id: ChannelId) -> Result<Option<String>> {
    Ok(on!(tx, conn => {
        sqlx::query_scalar("SELECT name FROM channels WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
    }))
}

async fn categories_of(tx: &mut Tx, channel: i64) -> Result<Vec<CategoryId>> {
    const SQL: &str =
        "SELECT category FROM channel_categories WHERE channel = $1 ORDER BY category";
    let ids: Vec<i64> =
        on!(tx, conn => sqlx::query_scalar(SQL).bind(channel).fetch_all(conn).await?);
    Ok(ids.into_iter().map(CategoryId).collect())
}
