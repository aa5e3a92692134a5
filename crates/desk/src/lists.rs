//! Worklists, views and the numbers beside them.

use domain::actor::{Actor, AgentActor, Permission, Reach, Scope};
use domain::counter::{Count, Of};
use domain::id::GroupId;
use domain::list::{
    Cursor, DeskCounts, Page, PageSize, Shelf, TaskRow, TicketQuery, TicketRow, Within,
};
use domain::page::MyTicket;
use domain::ticket::Trigger;
use store::counts::{self, Counts};
use store::lists::{self, Ask, Part};
use store::{Tx, worklists};

use crate::error::allow;
use crate::{Desk, DeskError, Result};

const STATES: [Count; 9] = [
    Count::TicketsNew,
    Count::TicketsOpen,
    Count::TicketsWaiting,
    Count::TicketsResolved,
    Count::TicketsClosed,
    Count::TicketsArchived,
    Count::TicketsOverdue,
    Count::TicketsSupervised,
    Count::TicketsStuck,
];

const OF_MINE: [Count; 3] = [Count::TasksActionable, Count::TasksHeld, Count::TasksOverdue];

impl Desk {
    #[expect(clippy::similar_names, reason = "the vocabulary says shelf, the language self")]
    pub async fn worklist(
        &self,
        actor: &Actor,
        shelf: Shelf,
        trigger: Option<Trigger>,
        after: Option<Cursor>,
        limit: PageSize,
    ) -> Result<Page<TaskRow>> {
        let me = reader(actor)?;
        let mut tx = self.store.read().await?;
        let queues = queues(me);
        Ok(worklists::shelf(&mut tx, me.id, queues, shelf, trigger, after, limit).await?)
    }

    /// Cut along what the actor may read; with words it is a search, newest first.
    pub async fn tickets(&self, actor: &Actor, query: TicketQuery) -> Result<Page<TicketRow>> {
        allow(actor.may_ever(Permission::ReadTickets) || actor.customer().is_some())?;
        let mut tx = self.store.read().await?;
        if let Some(words) = query.words.as_deref().filter(|words| !words.trim().is_empty()) {
            return crate::searching::search(&mut tx, actor, words, &query).await;
        }
        let part = within(&mut tx, actor, query.within).await?;
        let TicketQuery { view, state, group, owner, trigger, after, limit, .. } = query;
        let now = self.clock.now();
        let ask = Ask { view, state, group, owner, trigger, after, limit, now };
        Ok(lists::tickets(&mut tx, &part, &ask).await?)
    }

    /// The numbers beside shelves and views, for the same part of all tickets as the lists.
    pub async fn counts(&self, actor: &Actor) -> Result<DeskCounts> {
        let me = reader(actor)?;
        let mut tx = self.store.read().await?;
        let part = part(&mut tx, actor, Permission::ReadTickets).await?;
        let mut sums = if part.everything {
            counts::of_all_groups(&mut tx, &STATES).await?
        } else if part.groups.is_empty() {
            counts::of(&mut tx, &STATES, &[Of::Agent(me.id.0)]).await?
        } else {
            counts::of(&mut tx, &STATES, &counts::groups(&part.groups)).await?
        };
        let mine = Of::Agent(me.id.0);
        sums.extend(counts::of(&mut tx, &OF_MINE, &[mine]).await?);
        let queue = counts::groups(queues(me));
        sums.extend(counts::of(&mut tx, &[Count::TasksUnclaimed], &queue).await?);
        let whose = (!part.everything && part.groups.is_empty()).then_some(mine);
        Ok(numbers(&sums, mine, whose))
    }

    /// A customer's own tickets, newest first.
    pub async fn my_tickets(&self, actor: &Actor, after: Option<Cursor>) -> Result<Page<MyTicket>> {
        let Actor::Customer(me) = actor else { return Err(DeskError::SignedOut) };
        let mut tx = self.store.read().await?;
        Ok(lists::of_requester(&mut tx, *me, after, PageSize::default()).await?)
    }
}

/// Lists are for agents who may read tickets.
fn reader(actor: &Actor) -> Result<&AgentActor> {
    let me = actor.agent().ok_or(DeskError::Forbidden)?;
    allow(me.grants.scope(Permission::ReadTickets).is_some())?;
    Ok(me)
}

/// The groups whose queue one sees: one's own, unless one may not read what waits there.
fn queues(me: &AgentActor) -> &[GroupId] {
    match me.grants.scope(Permission::ReadTickets) {
        Some(Scope::Group | Scope::Department | Scope::All) => &me.groups,
        Some(Scope::Own) | None => &[],
    }
}

fn numbers(sums: &Counts, mine: Of, whose: Option<Of>) -> DeskCounts {
    let tickets = |count| whose.map_or_else(|| sums.of_groups(count), |of| sums.of(count, of));
    DeskCounts {
        mine: sums.of(Count::TasksActionable, mine),
        mine_overdue: sums.of(Count::TasksOverdue, mine),
        queue: sums.of_groups(Count::TasksUnclaimed),
        held: sums.of(Count::TasksHeld, mine),
        new: tickets(Count::TicketsNew),
        open: tickets(Count::TicketsOpen),
        waiting: tickets(Count::TicketsWaiting),
        overdue: tickets(Count::TicketsOverdue),
        supervised: tickets(Count::TicketsSupervised),
        stuck: tickets(Count::TicketsStuck),
        resolved: tickets(Count::TicketsResolved),
        closed: tickets(Count::TicketsClosed),
        archived: tickets(Count::TicketsArchived),
    }
}

/// The part of all tickets a list looks through. Never more than one may read.
async fn within(tx: &mut Tx, actor: &Actor, within: Within) -> Result<Part> {
    let readable = part(tx, actor, Permission::ReadTickets).await?;
    Ok(match within {
        Within::Readable => readable,
        Within::Reach => {
            let nobodys = !readable.everything && readable.groups.is_empty();
            let owns = readable.takes_part.filter(|_| nobodys);
            Part { owns, takes_part: None, ..readable }
        }
        Within::Board => on_board(tx, actor, readable).await?,
        Within::TakingPart => Part { everything: false, groups: Vec::new(), ..readable },
    })
}

/// What the board counts, as far as one may also read it.
async fn on_board(tx: &mut Tx, actor: &Actor, readable: Part) -> Result<Part> {
    allow(actor.may_ever(Permission::ReadBoards))?;
    let counted = part(tx, actor, Permission::ReadBoards).await?;
    let mut narrow = if counted.everything { readable.clone() } else { counted };
    if !readable.everything {
        narrow.groups.retain(|group| readable.groups.contains(group));
    }
    Ok(Part { takes_part: None, ..narrow })
}

/// The part of all tickets this permission reaches, in the words of the lists.
pub(crate) async fn part(tx: &mut Tx, actor: &Actor, permission: Permission) -> Result<Part> {
    let Some(me) = actor.agent() else {
        let everything = matches!(actor.reach(), Reach::Everything);
        return Ok(Part { everything, ..Part::default() });
    };
    let takes_part = Some(me.id);
    Ok(match me.reach(permission) {
        Reach::Everything => Part { everything: true, takes_part, ..Part::default() },
        Reach::Departments(_, departments) => {
            let mut groups = lists::groups_of(tx, &departments).await?;
            // Whoever answers for a department still reads their own groups' tickets elsewhere.
            groups.extend(&me.groups);
            groups.sort_unstable();
            groups.dedup();
            Part { groups, takes_part, ..Part::default() }
        }
        Reach::Groups(_, groups) => Part { groups, takes_part, ..Part::default() },
        Reach::Own(_) => Part { takes_part, ..Part::default() },
        Reach::Customer(_) | Reach::Ticket(_) | Reach::Nothing => Part::default(),
    })
}
