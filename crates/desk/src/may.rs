//! What somebody may do with a ticket right now: what they were granted, as far as the ticket's
//! state allows it.

use domain::actor::{Actor, Permission, TakesPart};
use domain::state::{StateCategory, TicketAct};
use domain::task::Task;
use domain::ticket::Ticket;

pub(crate) fn now(
    actor: &Actor,
    ticket: &Ticket,
    takes_part: TakesPart,
    tasks: &[Task],
) -> Vec<Permission> {
    let whose = ticket.whose(takes_part);
    let granted = Permission::ALL.into_iter().filter(|&it| actor.may(it, &whose));
    granted.filter(|&it| fits(it, ticket, tasks)).collect()
}

fn fits(permission: Permission, ticket: &Ticket, tasks: &[Task]) -> bool {
    let leads = |act| ticket.state.after(act).is_some();
    match permission {
        Permission::Claim => {
            tasks.iter().any(|task| task.is_actionable() && task.handler.is_none())
        }
        Permission::Transfer | Permission::Reassign => leads(TicketAct::Release),
        Permission::Wait => leads(TicketAct::Suspend),
        Permission::Resolve => leads(TicketAct::Resolve),
        Permission::Reopen => leads(TicketAct::Reopen),
        Permission::Close => leads(TicketAct::Close),
        Permission::Urge => ticket.state.category().is_live(),
        Permission::Supervise => ticket.state.category() != StateCategory::Closed,
        Permission::Reply | Permission::EditTickets => !ticket.state.is_final(),
        Permission::ReadTickets
        | Permission::CreateTickets
        | Permission::Note
        | Permission::Arrange
        | Permission::ReadBoards
        | Permission::ReadCustomers
        | Permission::EditCustomers
        | Permission::Administer => true,
    }
}
