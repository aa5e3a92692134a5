//! What can be calculated in a ticket, and what was.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use desk::Desk;
use domain::calculator::{
    Calculation, CalculationView, CalculatorDef, InputDef, NewCalculation, OfferedCalculator,
    Recomputed, ResultDef, WriteTo,
};
use domain::field::FieldValue;
use domain::id::{CalculatorId, TicketId};
use domain::page::TicketPage;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::list::ListBody;
use crate::moment::Moment;
use crate::reference::IdRef;
use crate::words::ResultKindWord;

/// A calculator the ticket is offered, with what it knows already filled in.
#[derive(Serialize, ToSchema)]
pub(crate) struct OfferedBody {
    id: i64,
    version: u32,
    #[schema(examples("赔付金额"))]
    name: String,
    hint: String,
    inputs: Vec<OfferedInputBody>,
    #[schema(examples("min(货款 * 3, 500)"))]
    formula: String,
    /// What the result is called.
    result: String,
    result_kind: ResultKindWord,
    /// The key of the field it can be written into.
    field: Option<String>,
}

/// An input, and what stands in it before somebody writes.
#[derive(Serialize, ToSchema)]
pub(crate) struct OfferedInputBody {
    #[schema(examples("货款"))]
    name: String,
    unit: String,
    #[schema(examples("89.00"))]
    value: String,
}

/// A result that was kept.
#[derive(Serialize, ToSchema)]
pub(crate) struct CalculationBody {
    id: i64,
    calculator_id: i64,
    version: u32,
    name: String,
    /// Inputs by their names.
    given: BTreeMap<String, String>,
    #[schema(examples("267.00"))]
    result: String,
    result_kind: ResultKindWord,
    /// The label of the field it was written into.
    field: Option<String>,
    by: Option<String>,
    at: Moment,
    /// What the same version makes of the same inputs now; `null` when that does not work any
    /// more.
    recomputed: Option<String>,
}

/// What is to be calculated and kept.
#[derive(Deserialize, ToSchema)]
pub(crate) struct CalculateBody {
    calculator_id: IdRef,
    /// The version that was seen. Without it: the newest. 409 when there is a newer one.
    #[schema(minimum = 1)]
    version: Option<u32>,
    /// Inputs by their names; what is left out stands as the ticket fills it.
    #[serde(default)]
    given: BTreeMap<String, String>,
    /// Write the result into the calculator's field, too.
    #[serde(default)]
    write: bool,
}

impl From<OfferedCalculator> for OfferedBody {
    fn from(OfferedCalculator { id, version, def, given }: OfferedCalculator) -> Self {
        let CalculatorDef { name, hint, inputs, formula, result, categories: _, examples: _ } = def;
        let ResultDef { label, kind, field, .. } = result;
        let inputs = inputs.into_iter().zip(given).map(|(input, value)| {
            let InputDef { name, unit, kind: _, source: _, default: _ } = input;
            OfferedInputBody { name, unit, value }
        });
        Self {
            id: id.0,
            version,
            name,
            hint,
            inputs: inputs.collect(),
            formula,
            result: label,
            result_kind: kind.into(),
            field,
        }
    }
}

impl From<CalculationView> for CalculationBody {
    fn from(view: CalculationView) -> Self {
        let CalculationView { id, calculator, version, name, label: _, kind, .. } = view;
        let CalculationView { calculation, field, by, at, recomputed, .. } = view;
        let Calculation { given, result } = calculation;
        Self {
            id: id.0,
            calculator_id: calculator.0,
            version,
            name,
            given: given.into_iter().map(|given| (given.name, given.text)).collect(),
            recomputed: match recomputed {
                Recomputed::Same => Some(result.clone()),
                Recomputed::Differs { now } => Some(now),
                Recomputed::Fails => None,
            },
            result,
            result_kind: kind.into(),
            field,
            by,
            at: at.into(),
        }
    }
}

impl CalculateBody {
    /// What it means, given what the ticket is offered and how it stands.
    fn plan(self, offered: OfferedCalculator, page: &TicketPage) -> NewCalculation {
        let OfferedCalculator { id, version, def, given } = offered;
        let inputs = def.inputs.iter().zip(given);
        let given =
            inputs.map(|(input, filled)| self.given.get(&input.name).cloned().unwrap_or(filled));
        let seen = || {
            let field =
                page.fields.iter().find(|view| Some(&view.field.key) == def.result.field.as_ref());
            field.and_then(|view| view.value.as_ref()).map(FieldValue::to_text)
        };
        let write_to = if self.write { WriteTo::Field { seen: seen() } } else { WriteTo::Nothing };
        NewCalculation {
            calculator: id,
            version: self.version.unwrap_or(version),
            given: given.collect(),
            write_to,
        }
    }
}

/// List the calculators a ticket is offered.
#[utoipa::path(get, path = "/tickets/{number}/calculators", tag = "calculators",
    operation_id = "list_ticket_calculators",
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "All of them", body = ListBody<OfferedBody>)))]
pub(crate) async fn list_ticket_calculators(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
) -> Result<axum::Json<ListBody<OfferedBody>>, ApiError> {
    Ok(axum::Json(ListBody::whole(desk.calculations(&actor, ticket).await?.offered)))
}

/// List what was calculated in a ticket, newest first; each is worked out again.
#[utoipa::path(get, path = "/tickets/{number}/calculations", tag = "calculators",
    operation_id = "list_calculations",
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "The newest twenty", body = ListBody<CalculationBody>)))]
pub(crate) async fn list_calculations(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
) -> Result<axum::Json<ListBody<CalculationBody>>, ApiError> {
    Ok(axum::Json(ListBody::whole(desk.calculations(&actor, ticket).await?.runs)))
}

/// Calculate, and keep the result with its inputs and version.
#[utoipa::path(post, path = "/tickets/{number}/calculations", tag = "calculators",
    operation_id = "calculate", request_body = CalculateBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 201, description = "The calculation", body = CalculationBody)))]
pub(crate) async fn calculate(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(body): Json<CalculateBody>,
) -> Result<(StatusCode, axum::Json<CalculationBody>), ApiError> {
    let page = desk.ticket_page(&actor, ticket).await?;
    let wanted = CalculatorId(body.calculator_id.0);
    let offered = desk.calculations(&actor, ticket).await?.offered;
    let offered = offered.into_iter().find(|it| it.id == wanted).ok_or_else(ApiError::not_found)?;
    let run = desk.calculate(&actor, ticket, body.plan(offered, &page)).await?;
    let kept = desk.calculations(&actor, ticket).await?.runs.into_iter().find(|it| it.id == run);
    let kept = kept.ok_or_else(ApiError::not_found)?;
    Ok((StatusCode::CREATED, axum::Json(kept.into())))
}
