//! Looking at supervisions.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::id::{DepartmentId, SupervisionId};
use domain::invalid::{Flaw, Flaws};
use domain::list::{Cursor, Page};
use domain::supervision::{Days, Figure, SupervisionQuery, SupervisionsOf};
use serde::Deserialize;
use utoipa::IntoParams;

use super::body::{SupervisionBody, SupervisionDetailBody};
use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Named, Query};
use crate::list::{ListBody, id, limit, parameter, sound};
use crate::words::{FigureWord, SupervisionsOfWord};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// All one may see, those one has to answer for now, or those one has issued.
    #[param(value_type = SupervisionsOfWord, required = false, inline)]
    of: Option<String>,
    /// Laid on this department.
    #[param(value_type = i64, required = false, minimum = 1, maximum = 999_999_999_999_999_i64)]
    department: Option<String>,
    /// Those behind a number of the board.
    #[param(value_type = FigureWord, required = false, inline)]
    figure: Option<String>,
    /// Issued within so many days, today included.
    #[param(value_type = u16, required = false, minimum = 1, maximum = 366)]
    days: Option<String>,
    /// `next_cursor` of the page before.
    #[param(pattern = "^([1-9][0-9]{0,14})?$")]
    cursor: Option<String>,
    /// Supervisions on a page.
    #[param(value_type = u16, required = false, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

impl ListQuery {
    fn read(self) -> Result<SupervisionQuery, ApiError> {
        let mut flaws = Flaws::default();
        let after = parameter(&mut flaws, "cursor", self.cursor, id);
        let query = SupervisionQuery {
            of: parameter(&mut flaws, "of", self.of, str::parse::<SupervisionsOf>)
                .unwrap_or_default(),
            department: parameter(&mut flaws, "department", self.department, id).map(DepartmentId),
            figure: parameter(&mut flaws, "figure", self.figure, str::parse::<Figure>),
            days: parameter(&mut flaws, "days", self.days, days),
            after: after.map(|id| Cursor { rank: 0, id }),
            limit: parameter(&mut flaws, "limit", self.limit, limit).unwrap_or_default(),
        };
        sound(flaws)?;
        Ok(query)
    }
}

pub(super) fn days(text: &str) -> Result<Days, Flaw> {
    let days = text.parse::<u16>().unwrap_or_default();
    Days::try_from(days)
}

/// List supervisions, the newest first.
#[utoipa::path(get, path = "/supervisions", tag = "supervisions",
    operation_id = "list_supervisions", params(ListQuery),
    responses((status = 200, description = "One page", body = ListBody<SupervisionBody>)))]
pub(crate) async fn list_supervisions(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Query(query): Query<ListQuery>,
) -> Result<Json<ListBody<SupervisionBody>>, ApiError> {
    let Page { rows, next } = desk.supervisions(&actor, query.read()?).await?;
    let items = rows.into_iter().map(Into::into).collect();
    Ok(Json(ListBody { items, next_cursor: next.map(|cursor| cursor.id.to_string()) }))
}

/// Look at a supervision and all that was reported.
#[utoipa::path(get, path = "/supervisions/{id}", tag = "supervisions",
    operation_id = "get_supervision",
    params(("id" = i64, Path, description = "The supervision", minimum = 1)),
    responses((status = 200, description = "The supervision", body = SupervisionDetailBody)))]
pub(crate) async fn get_supervision(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(id): Named<SupervisionId>,
) -> Result<Json<SupervisionDetailBody>, ApiError> {
    Ok(Json(desk.supervision(&actor, id).await?.into()))
}
