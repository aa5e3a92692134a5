//! `/api/v1/tickets`: the matter itself, and what can be done with it.

use desk::Desk;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) use answer::answer;
pub(crate) use body::{RatingBody, TicketBody};
pub(crate) use case_file::IdentityCheckBody;
pub(crate) use list::TicketItem;
pub(crate) use things::SightBody;

mod actions;
mod answer;
mod arrange;
mod body;
mod calculations;
mod case_file;
mod create;
mod edit;
mod errands;
mod flaws;
mod identity;
mod list;
mod messages;
mod parts;
mod reassign;
mod show;
mod things;
mod timeline;
mod what;

pub(crate) fn routes() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .routes(routes!(list::list_tickets, create::create_ticket))
        .routes(routes!(reassign::reassign_tickets))
        .routes(routes!(show::get_ticket, edit::edit_ticket))
        .routes(routes!(timeline::list_timeline))
        .routes(routes!(messages::create_message))
        .routes(routes!(actions::resolve_ticket))
        .routes(routes!(actions::reopen_ticket))
        .routes(routes!(actions::wait_ticket))
        .routes(routes!(actions::resume_ticket))
        .routes(routes!(actions::transfer_ticket))
        .routes(routes!(actions::escalate_ticket))
        .routes(routes!(actions::urge_ticket))
        .routes(routes!(actions::close_ticket))
        .routes(routes!(arrange::merge_ticket))
        .routes(routes!(arrange::split_ticket))
        .routes(routes!(arrange::link_ticket))
        .routes(routes!(arrange::unlink_ticket))
        .routes(routes!(case_file::get_case_file))
        .routes(routes!(case_file::get_case_file_pdf))
        .routes(routes!(identity::check_identity))
        .routes(routes!(calculations::list_ticket_calculators))
        .routes(routes!(calculations::list_calculations, calculations::calculate))
        .routes(routes!(errands::list_errands, errands::create_errand))
        .routes(routes!(things::list_things, things::add_thing))
        .routes(routes!(things::look_at_things))
        .routes(routes!(things::remove_thing))
        .routes(routes!(things::look_up_thing))
}
