//! Worklists, views, search, and the numbers beside them.

use domain::id::{AgentId, GroupId, TicketNumber};
use domain::list::{Cursor, DeskCounts, Page, Shelf, TaskRow, TicketQuery, TicketRow};
use domain::page::Handed;
use domain::ticket::Trigger;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

#[server(protocol = Json)]
pub async fn worklist(
    shelf: Shelf,
    trigger: Option<Trigger>,
    after: Option<Cursor>,
) -> Result<Page<TaskRow>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.worklist(&me, shelf, trigger, after, domain::list::PageSize::default()).await?)
}

#[server(protocol = Json)]
pub async fn tickets(query: TicketQuery) -> Result<Page<TicketRow>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.tickets(&me, query).await?)
}

#[server(protocol = Json)]
pub async fn counts() -> Result<DeskCounts, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.counts(&me).await?)
}

#[server(protocol = Json)]
pub async fn reassign(
    tickets: Vec<TicketNumber>,
    group: Option<GroupId>,
    to: Option<AgentId>,
    note: Option<String>,
) -> Result<Vec<Handed>, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    let tickets = tickets.into_iter().map(|TicketNumber(id)| id).collect();
    Ok(desk.reassign(&me, tickets, group, to, note).await?)
}
