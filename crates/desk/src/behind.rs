//! Behind a number of the board: what it is made of (H-02).
//!
//! A number counts what happened in a group, and the ticket may since have gone where the reader
//! may not follow. Such a row is there, and says nothing: so the rows are as many as the number.

use std::collections::{HashMap, HashSet};

use domain::actor::{Actor, Permission, Whose};
use domain::behind::{Behind, BehindQuery, BehindRow, MadeOf, Seen, TasksOf};
use domain::counter::{Count, Of, Tally};
use domain::id::{AgentId, GroupId, TicketId};
use domain::list::{Page, TaskRow, TicketRow};
use store::happenings::{self, Happening};
use store::{Tx, belonging, boards as kept, counts, lists, worklists};

use crate::boards::{groups, members, today};
use crate::error::allow;
use crate::pages::only_readable;
use crate::{Desk, DeskError, Result};

/// Of whom a number is: these groups, or this person.
struct Whom {
    groups: Vec<GroupId>,
    person: Option<AgentId>,
    name: Option<String>,
}

impl Desk {
    /// One page of what a number of the board is made of, with the number itself.
    ///
    /// # Errors
    /// `NotFound` for a group or a person whose numbers one may not see, and when a number of
    /// people is asked for without a person.
    pub async fn behind(&self, actor: &Actor, query: BehindQuery) -> Result<Behind> {
        allow(actor.agent().is_some() && actor.may_ever(Permission::ReadBoards))?;
        let mut tx = self.store.read().await?;
        let whom = whom(&mut tx, actor, &query).await?;
        let (count, page) = match query.number.made_of() {
            MadeOf::Today(tally) => self.today(&mut tx, actor, tally, &whom, &query).await?,
            MadeOf::Queue => queued(&mut tx, actor, &whom, &query).await?,
            MadeOf::Tasks(which) => tasks(&mut tx, actor, which, whom.someone()?, &query).await?,
            MadeOf::Tickets => owned(&mut tx, actor, whom.someone()?, &query).await?,
        };
        Ok(Behind { count, whose: whom.name, page })
    }

    async fn today(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        tally: Tally,
        whom: &Whom,
        query: &BehindQuery,
    ) -> Result<(i64, Page<BehindRow>)> {
        let since = today(self.clock.now());
        let tallies = kept::tallies(tx, since, &whom.groups).await?;
        let count = tallies.iter().filter(|it| it.is(tally)).map(|it| it.n).sum();
        let (after, limit) = (query.after, query.limit);
        let found = happenings::since(tx, tally, since, &whom.groups, after, limit).await?;
        let shown = shown(tx, actor, found.rows.iter().map(|it| it.ticket)).await?;
        let row = |it: Happening| BehindRow {
            at: Some(it.at),
            seen: shown.get(&it.ticket).cloned().map(|row| Seen::Ticket(Box::new(row))),
        };
        let rows = found.rows.into_iter().map(row).collect();
        Ok((count, Page { rows, next: found.next }))
    }
}

impl Whom {
    fn someone(&self) -> Result<AgentId> {
        self.person.ok_or(DeskError::NotFound)
    }
}

async fn whom(tx: &mut Tx, actor: &Actor, query: &BehindQuery) -> Result<Whom> {
    let mut on_board = groups(tx, actor).await?;
    if let Some(only) = query.group {
        on_board.retain(|group| group.id == only);
        let group = on_board.first().ok_or(DeskError::NotFound)?;
        return Ok(Whom { groups: vec![only], person: None, name: Some(group.name.clone()) });
    }
    let groups: Vec<GroupId> = on_board.iter().map(|group| group.id).collect();
    let Some(person) = query.person else { return Ok(Whom { groups, person: None, name: None }) };
    let members = members(tx, &groups).await?;
    let member = members.into_iter().find(|it| it.agent == person).ok_or(DeskError::NotFound)?;
    Ok(Whom { groups, person: Some(person), name: Some(member.name) })
}

async fn queued(
    tx: &mut Tx,
    actor: &Actor,
    whom: &Whom,
    query: &BehindQuery,
) -> Result<(i64, Page<BehindRow>)> {
    let of = counts::groups(&whom.groups);
    let count = counts::of(tx, &[Count::TasksUnclaimed], &of).await?;
    let page = worklists::queue(tx, &whom.groups, None, query.after, query.limit).await?;
    Ok((count.of_groups(Count::TasksUnclaimed), of_tasks(tx, actor, page).await?))
}

async fn tasks(
    tx: &mut Tx,
    actor: &Actor,
    which: TasksOf,
    person: AgentId,
    query: &BehindQuery,
) -> Result<(i64, Page<BehindRow>)> {
    let count = match which {
        TasksOf::Actionable => Count::TasksActionable,
        TasksOf::Late => Count::TasksOverdue,
        TasksOf::Held => Count::TasksHeld,
    };
    let of = Of::Agent(person.0);
    let counted = counts::of(tx, &[count], &[of]).await?;
    let page = worklists::of_agent(tx, person, which, None, query.after, query.limit).await?;
    Ok((counted.of(count, of), of_tasks(tx, actor, page).await?))
}

async fn owned(
    tx: &mut Tx,
    actor: &Actor,
    person: AgentId,
    query: &BehindQuery,
) -> Result<(i64, Page<BehindRow>)> {
    const ALIVE: [Count; 3] = [Count::TicketsNew, Count::TicketsOpen, Count::TicketsWaiting];

    let of = Of::Agent(person.0);
    let counted = counts::of(tx, &ALIVE, &[of]).await?;
    let page = lists::owned(tx, person, query.after, query.limit).await?;
    let shown = shown(tx, actor, page.rows.iter().map(|it| it.number.0)).await?;
    let row = |row: TicketRow| BehindRow {
        at: row.due_at,
        seen: shown.contains_key(&row.number.0).then(|| Seen::Ticket(Box::new(row))),
    };
    let rows = page.rows.into_iter().map(row).collect();
    let count = ALIVE.iter().map(|count| counted.of(*count, of)).sum();
    Ok((count, Page { rows, next: page.next }))
}

async fn of_tasks(tx: &mut Tx, actor: &Actor, page: Page<TaskRow>) -> Result<Page<BehindRow>> {
    let ids = page.rows.iter().map(|row| row.ticket.0).collect();
    let readable = readable(tx, actor, ids).await?;
    let row = |row: TaskRow| BehindRow {
        at: row.due_at,
        seen: readable.contains(&row.ticket.0).then(|| Seen::Task(Box::new(row))),
    };
    Ok(Page { rows: page.rows.into_iter().map(row).collect(), next: page.next })
}

/// Of these tickets the ones the actor may read, as a list shows them.
async fn shown(
    tx: &mut Tx,
    actor: &Actor,
    ids: impl Iterator<Item = TicketId>,
) -> Result<HashMap<TicketId, TicketRow>> {
    let readable: Vec<TicketId> = readable(tx, actor, ids.collect()).await?.into_iter().collect();
    let rows = lists::rows(tx, &readable).await?;
    Ok(rows.into_iter().map(|row| (row.number.0, row)).collect())
}

async fn readable(tx: &mut Tx, actor: &Actor, ids: HashSet<TicketId>) -> Result<HashSet<TicketId>> {
    let ids: Vec<TicketId> = ids.into_iter().collect();
    let found: Vec<(TicketId, Whose)> =
        belonging::of(tx, &ids).await?.into_iter().map(|whose| (whose.ticket, whose)).collect();
    Ok(only_readable(tx, actor, found).await?.into_iter().collect())
}
