//! `/api/v1/counts`: the numbers beside worklist and views.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::list::DeskCounts;
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;

/// How many there are on each shelf of the worklist and in each view, of what one may read.
#[derive(Serialize, ToSchema)]
pub(crate) struct CountsBody {
    worklist: ShelvesBody,
    tickets: ViewsBody,
}

/// Tasks on the shelves of one's own worklist.
#[derive(Serialize, ToSchema)]
pub(crate) struct ShelvesBody {
    mine: i64,
    /// Of mine, those past their promise.
    overdue: i64,
    /// To be claimed.
    queue: i64,
    /// Mine, and waiting for something.
    waiting: i64,
}

/// Tickets in the views.
#[derive(Serialize, ToSchema)]
pub(crate) struct ViewsBody {
    new: i64,
    open: i64,
    waiting: i64,
    overdue: i64,
    supervised: i64,
    /// Those that run badly.
    stuck: i64,
    resolved: i64,
    closed: i64,
    /// Closed long ago, and out of the other lists.
    archived: i64,
}

impl From<DeskCounts> for CountsBody {
    fn from(counts: DeskCounts) -> Self {
        let DeskCounts {
            mine,
            mine_overdue,
            queue,
            held,
            new,
            open,
            waiting,
            overdue,
            supervised,
            stuck,
            resolved,
            closed,
            archived,
        } = counts;
        Self {
            worklist: ShelvesBody { mine, overdue: mine_overdue, queue, waiting: held },
            tickets: ViewsBody {
                new,
                open,
                waiting,
                overdue,
                supervised,
                stuck,
                resolved,
                closed,
                archived,
            },
        }
    }
}

/// Look at the numbers beside worklist and views.
#[utoipa::path(get, path = "/counts", tag = "worklist", operation_id = "get_counts",
    responses((status = 200, description = "The numbers", body = CountsBody)))]
pub(crate) async fn get_counts(
    State(desk): State<Desk>,
    Caller(actor): Caller,
) -> Result<Json<CountsBody>, ApiError> {
    Ok(Json(desk.counts(&actor).await?.into()))
}
