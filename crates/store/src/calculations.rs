//! Rows of `calculation_runs`: what was calculated in tickets, and kept.

use domain::calculator::{Calculation, CalculationView, CalculatorDef, Recomputed};
use domain::id::{AgentId, CalculationId, CalculatorId, FieldId, TicketId};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored, stored_json, to_json};

/// A calculation about to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewRun<'a> {
    pub ticket: TicketId,
    pub calculator: CalculatorId,
    pub version: u32,
    pub calculation: &'a Calculation,
    /// Where it is written, too.
    pub field: Option<FieldId>,
    pub by: Option<AgentId>,
    pub at: Timestamp,
}

pub async fn insert(tx: &mut Tx, new: NewRun<'_>) -> Result<CalculationId> {
    const SQL: &str = "INSERT INTO calculation_runs
            (ticket, calculator, version, calculation, field, agent, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
    let calculation = to_json(new.calculation)?;
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(new.ticket.0)
            .bind(new.calculator.0)
            .bind(i64::from(new.version))
            .bind(&calculation)
            .bind(new.field.map(|field| field.0))
            .bind(new.by.map(|agent| agent.0))
            .bind(new.at.0)
            .fetch_one(conn)
            .await?
    });
    Ok(CalculationId(id))
}

/// The newest of a ticket, each worked out again by the version it was made with.
pub async fn of_ticket(tx: &mut Tx, ticket: TicketId, limit: u16) -> Result<Vec<CalculationView>> {
    const SQL: &str = "SELECT r.id, r.calculator, r.version, v.definition, r.calculation,
            f.label AS field, a.name AS by_name, r.at
        FROM calculation_runs r
        JOIN calculator_versions v ON v.calculator = r.calculator AND v.version = r.version
        LEFT JOIN fields f ON f.id = r.field
        LEFT JOIN agents a ON a.id = r.agent
        WHERE r.ticket = $1 ORDER BY r.id DESC LIMIT $2";
    let rows: Vec<Row> = on!(tx, conn => {
        sqlx::query_as(SQL).bind(ticket.0).bind(i64::from(limit)).fetch_all(conn).await?
    });
    rows.into_iter().map(CalculationView::try_from).collect()
}

#[derive(FromRow)]
struct Row {
    id: i64,
    calculator: i64,
    version: i64,
    definition: String,
    calculation: String,
    field: Option<String>,
    by_name: Option<String>,
    at: i64,
}

impl TryFrom<Row> for CalculationView {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, calculator, version, definition, calculation, field, by_name, at } = row;
        let def: CalculatorDef = stored_json(&definition)?;
        let calculation: Calculation = stored_json(&calculation)?;
        Ok(Self {
            id: CalculationId(id),
            calculator: CalculatorId(calculator),
            version: stored(version)?,
            recomputed: Recomputed::of(&def, &calculation),
            name: def.name,
            label: def.result.label,
            kind: def.result.kind,
            calculation,
            field,
            by: by_name,
            at: Timestamp(at),
        })
    }
}
