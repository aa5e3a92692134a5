//! Worklists, views and search.

use domain::actor::Actor;
use domain::list::{Cursor, DeskCounts, Page, PageSize, Shelf, TaskRow, TicketQuery, TicketRow};
use domain::page::MyTicket;

use crate::{Desk, Result};

impl Desk {
    pub async fn worklist(
        &self,
        actor: &Actor,
        shelf: Shelf,
        after: Option<Cursor>,
        limit: PageSize,
    ) -> Result<Page<TaskRow>> {
        let _ = (actor, shelf, after, limit);
        unimplemented!()
    }

    /// Cut along what the actor may read; with words it is a search, newest first.
    pub async fn tickets(&self, actor: &Actor, query: TicketQuery) -> Result<Page<TicketRow>> {
        let _ = (actor, query);
        unimplemented!()
    }

    /// The numbers beside shelves and views, for the same part of all tickets as the lists.
    pub async fn counts(&self, actor: &Actor) -> Result<DeskCounts> {
        let _ = actor;
        unimplemented!()
    }

    /// A customer's own tickets, newest first.
    pub async fn my_tickets(&self, actor: &Actor, after: Option<Cursor>) -> Result<Page<MyTicket>> {
        let _ = (actor, after);
        unimplemented!()
    }
}
