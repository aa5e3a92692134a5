//! `/api/v1/supervisions`: requirements leaders lay over tickets 督办.

use desk::Desk;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) use body::SupervisionBody;
pub(crate) use mark::{SupervisedBody, TroubleBody};

mod acts;
mod board;
mod body;
mod issue;
mod list;
mod mark;

pub(crate) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .routes(routes!(list::list_supervisions, issue::create_supervision))
        .routes(routes!(list::get_supervision))
        .routes(routes!(acts::acknowledge_supervision))
        .routes(routes!(acts::report_supervision))
        .routes(routes!(acts::lift_supervision))
        .routes(routes!(board::get_supervision_board))
}
