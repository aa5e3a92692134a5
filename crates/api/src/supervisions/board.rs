//! 督办 by department.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::invalid::Flaws;
use domain::supervision::{DepartmentFigures, SupervisionBoard};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::body::DepartmentBody;
use super::list::days;
use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::Query;
use crate::list::{parameter, sound};
use crate::moment::Moment;
use crate::reference::PersonBody;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct BoardQuery {
    /// Issued within so many days, today included; 30 without it.
    #[param(value_type = u16, required = false, minimum = 1, maximum = 366)]
    days: Option<String>,
}

/// How each department answers to supervision.
#[derive(Serialize, ToSchema)]
pub(crate) struct SupervisionBoardBody {
    departments: Vec<DepartmentFiguresBody>,
    days: u16,
    at: Moment,
}

/// One department; each number is the length of the list behind it.
#[derive(Serialize, ToSchema)]
pub(crate) struct DepartmentFiguresBody {
    department: DepartmentBody,
    leader: Option<PersonBody>,
    issued: i64,
    acknowledged_in_time: i64,
    answered_in_time: i64,
    /// A report or the deadline was missed.
    missed: i64,
    /// The ticket had been supervised before.
    repeated: i64,
    /// Now, whenever they were issued.
    running: i64,
}

impl From<SupervisionBoard> for SupervisionBoardBody {
    fn from(SupervisionBoard { departments, days, at }: SupervisionBoard) -> Self {
        let departments = departments.into_iter().map(Into::into).collect();
        Self { departments, days: days.get(), at: at.into() }
    }
}

impl From<DepartmentFigures> for DepartmentFiguresBody {
    fn from(figures: DepartmentFigures) -> Self {
        let DepartmentFigures {
            department,
            leader,
            issued,
            acknowledged_in_time,
            answered_in_time,
            missed,
            repeated,
            running,
        } = figures;
        Self {
            department: department.into(),
            leader: leader.map(Into::into),
            issued,
            acknowledged_in_time,
            answered_in_time,
            missed,
            repeated,
            running,
        }
    }
}

/// Look at the board of supervision by department.
#[utoipa::path(get, path = "/board/supervisions", tag = "board",
    operation_id = "get_supervision_board", params(BoardQuery),
    responses((status = 200, description = "The board", body = SupervisionBoardBody)))]
pub(crate) async fn get_supervision_board(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Query(query): Query<BoardQuery>,
) -> Result<Json<SupervisionBoardBody>, ApiError> {
    let mut flaws = Flaws::default();
    let days = parameter(&mut flaws, "days", query.days, days).unwrap_or_default();
    sound(flaws)?;
    Ok(Json(desk.supervision_board(&actor, days).await?.into()))
}
