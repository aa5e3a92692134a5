//! Rows of `field_values`: what was filled into a leaf's form.

use domain::field::FieldValue;
use domain::id::{FieldId, TicketId};

use crate::{Result, Tx, on, stored_json, to_json};

pub async fn set(
    tx: &mut Tx,
    ticket: TicketId,
    field: FieldId,
    value: Option<&FieldValue>,
) -> Result<()> {
    let Some(value) = value else { return clear(tx, ticket, field).await };
    let json = to_json(value)?;
    on!(tx, conn => {
        sqlx::query(
            "INSERT INTO field_values (ticket, field, value) VALUES ($1, $2, $3)
             ON CONFLICT (ticket, field) DO UPDATE SET value = excluded.value",
        )
        .bind(ticket.0)
        .bind(field.0)
        .bind(&json)
        .execute(conn)
        .await?;
    });
    Ok(())
}

async fn clear(tx: &mut Tx, ticket: TicketId, field: FieldId) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("DELETE FROM field_values WHERE ticket = $1 AND field = $2")
            .bind(ticket.0)
            .bind(field.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn of_ticket(tx: &mut Tx, ticket: TicketId) -> Result<Vec<(FieldId, FieldValue)>> {
    let rows: Vec<(i64, String)> = on!(tx, conn => {
        sqlx::query_as("SELECT field, value FROM field_values WHERE ticket = $1")
            .bind(ticket.0)
            .fetch_all(conn)
            .await?
    });
    rows.into_iter().map(|(field, json)| Ok((FieldId(field), stored_json(&json)?))).collect()
}
