//! One ticket, as an agent or its customer sees it.

use std::collections::HashSet;

use domain::actor::{Actor, Permission, TakesPart, Whose};
use domain::flow::Flow;
use domain::flow::kind::StepKind;
use domain::id::{AgentId, EventId, TicketId};
use domain::org::{GroupName, Person};
use domain::page::{LinkView, ProgressPage, StepState, StepView, TicketPage, Timeline};
use domain::state::TicketState;
use domain::task::{Task, TaskKind, TaskState};
use domain::ticket::Ticket;
use domain::time::{Span, Timestamp};
use store::names::{self, Names, Paths, Wanted};
use store::{Tx, identity_checks, pages, tasks, tickets, timelines};

use crate::customers::card_beside;
use crate::work::takes_part;
use crate::{Desk, DeskError, Result, may, narrow, steps, stuck, supervising, task_views};

/// Whoever has not said for so long that they are here is gone.
pub(crate) const PRESENT: Span = Span::seconds(30);
/// A customer's page shows no more than this of a conversation.
const CONVERSATION: u16 = 200;
/// How long after an urge the next one is heard.
const URGE_PAUSE: Span = Span::hours(1);

impl Desk {
    pub async fn ticket_page(&self, actor: &Actor, ticket: TicketId) -> Result<TicketPage> {
        let me = actor.agent().ok_or(DeskError::NotFound)?;
        let mut tx = self.store.read().await?;
        let (ticket, takes_part) = readable(&mut tx, actor, ticket).await?;
        let id = ticket.id;
        let header = pages::header(&mut tx, id).await?;
        let all_tasks = tasks::of_ticket(&mut tx, id).await?;
        let flow = flow(&mut tx, &ticket).await?;
        let names = Names::find(&mut tx, &of_tasks(&all_tasks)).await?;
        let seen = task_views::Seen { actor, ticket: &ticket, takes_part, flow: &flow };
        let views = task_views::all(&mut tx, &seen, &all_tasks, &names).await?;
        let followers = pages::followers(&mut tx, id).await?;
        let present = pages::present(&mut tx, id, self.clock.now() - PRESENT).await?;
        let supervisions = supervising::over(&mut tx, actor, &ticket).await?;
        Ok(TicketPage {
            number: id.number(),
            category: Paths::load(&mut tx).await?.of(ticket.category),
            channel: header.channel,
            owner: ticket.owner.zip(header.owner).map(|(id, name)| Person { id, name }),
            group: GroupName { id: ticket.group, name: header.group_name },
            escalates_to: header.escalates_to,
            steps: steps::bar(&flow, &ticket, &all_tasks, |id| names.agent(id)),
            tasks: views.iter().filter(|it| is_shown(&it.task)).cloned().collect(),
            asked: views.into_iter().filter(|it| it.task.kind == TaskKind::Asked).collect(),
            outcomes: labels(&flow),
            timeline: timelines::page(&mut tx, id, None, Timeline::PAGE).await?,
            customer: card_beside(&mut tx, actor, &ticket).await?,
            fields: pages::fields(&mut tx, &ticket).await?,
            following: followers.iter().any(|person| person.id == me.id),
            followers,
            identity: identity_checks::newest(&mut tx, id).await?,
            attachments: pages::attachments(&mut tx, id).await?,
            links: links(&mut tx, actor, id).await?,
            drafts: pages::drafts(&mut tx, id, me.id).await?,
            present: present.into_iter().filter(|other| other.agent != me.id).collect(),
            may: supervising::as_far_as(
                &supervisions,
                may::now(actor, &ticket, takes_part, &all_tasks),
            ),
            supervisions,
            troubles: stuck::of(&mut tx, &ticket).await?,
            newest_message: pages::newest_public_message(&mut tx, id).await?,
            ticket,
        })
    }

    /// Thirty entries before `before`, newest first.
    pub async fn timeline(
        &self,
        actor: &Actor,
        ticket: TicketId,
        before: Option<EventId>,
    ) -> Result<Timeline> {
        actor.agent().ok_or(DeskError::NotFound)?;
        let mut tx = self.store.read().await?;
        let (ticket, _) = readable(&mut tx, actor, ticket).await?;
        Ok(timelines::page(&mut tx, ticket.id, before, Timeline::PAGE).await?)
    }

    /// For the customer, by account or by link. Agents may look, too, to see what the customer sees.
    pub async fn progress(&self, actor: &Actor, ticket: TicketId) -> Result<ProgressPage> {
        let mut tx = self.store.read().await?;
        let (ticket, _) = readable(&mut tx, actor, ticket).await?;
        let header = pages::header(&mut tx, ticket.id).await?;
        let all_tasks = tasks::of_ticket(&mut tx, ticket.id).await?;
        let flow = flow(&mut tx, &ticket).await?;
        Ok(ProgressPage {
            number: ticket.id.number(),
            subject: ticket.subject.as_str().to_owned(),
            category: Paths::load(&mut tx).await?.of(ticket.category),
            state: ticket.state,
            steps: for_customers(steps::bar(&flow, &ticket, &all_tasks, |_| String::new())),
            owner: header.owner,
            expected_at: expected_at(&ticket),
            waiting_for_you: ticket.state == TicketState::AwaitingCustomer,
            question: narrow::question(&mut tx, &ticket, &flow, &all_tasks).await?,
            created_at: ticket.created_at,
            resolved_at: ticket.resolved_at,
            messages: pages::said(&mut tx, ticket.id, CONVERSATION).await?,
            rating: ticket.rating,
            reopens: ticket.reopens,
            urges: ticket.urges,
            urge_again_at: self.urge_again_at(&mut tx, &ticket).await?,
            merged_into: ticket.merged_into.map(TicketId::number),
        })
    }

    async fn urge_again_at(&self, tx: &mut Tx, ticket: &Ticket) -> Result<Option<Timestamp>> {
        if ticket.urges == 0 {
            return Ok(None);
        }
        let last = pages::urged_by_customer(tx, ticket.id).await?;
        let now = self.clock.now();
        Ok(last.map(|at| at + URGE_PAUSE).filter(|again_at| *again_at > now))
    }
}

/// A ticket one may not read is not there.
pub(crate) async fn readable(
    tx: &mut Tx,
    actor: &Actor,
    id: TicketId,
) -> Result<(Ticket, TakesPart)> {
    let ticket = tickets::find(tx, id).await?.ok_or(DeskError::NotFound)?;
    let takes_part = takes_part(tx, actor, id).await?;
    let may = actor.may(Permission::ReadTickets, &ticket.whose(takes_part));
    if may { Ok((ticket, takes_part)) } else { Err(DeskError::NotFound) }
}

pub(crate) async fn flow(tx: &mut Tx, ticket: &Ticket) -> Result<Flow> {
    let mut flows = names::flows(tx, [ticket.flow]).await?;
    flows.remove(&ticket.flow).ok_or(DeskError::NotFound)
}

/// Nothing is expected of us while the clock stands, or when it is over.
fn expected_at(ticket: &Ticket) -> Option<Timestamp> {
    let running = ticket.clocks.paused_at.is_none() && ticket.state.category().is_live();
    ticket.clocks.resolution_due.filter(|_| running)
}

/// Without names, and without what the ticket did not need.
fn for_customers(steps: Vec<StepView>) -> Vec<StepView> {
    let taken = steps.into_iter().filter(|step| step.state != StepState::Skipped);
    taken.map(|step| StepView { who: None, ..step }).collect()
}

fn asked_by(task: &Task) -> Option<AgentId> {
    task.asked.as_ref().and_then(|asked| asked.by)
}

pub(crate) fn of_tasks(tasks: &[Task]) -> Wanted {
    Wanted {
        agents: tasks.iter().flat_map(|task| [task.handler, asked_by(task)]).flatten().collect(),
        groups: tasks.iter().map(|task| task.group).collect(),
        departments: tasks.iter().filter_map(|task| task.department).collect(),
        partners: tasks.iter().filter_map(|task| task.partner).collect(),
        ..Wanted::default()
    }
}

/// What the answers to the flow's questions are called.
pub(crate) fn labels(flow: &Flow) -> Vec<(String, String)> {
    let answers = flow.steps.iter().flat_map(|step| match &step.kind {
        StepKind::Question { answers } => answers.as_slice(),
        _ => &[],
    });
    answers.map(|answer| (answer.outcome.0.clone(), answer.label.clone())).collect()
}

/// A fork is a place where ways part, not work.
fn is_shown(task: &Task) -> bool {
    let waits = task.kind != TaskKind::Automatic || task.state == TaskState::WaitingExternal;
    !task.state.is_over() && waits
}

/// Linked tickets the actor may read.
pub(crate) async fn links(tx: &mut Tx, actor: &Actor, ticket: TicketId) -> Result<Vec<LinkView>> {
    let links = pages::links(tx, ticket).await?;
    Ok(only_readable(tx, actor, links).await?)
}

/// Leaves out what belongs to a ticket the actor may not read.
pub(crate) async fn only_readable<T>(
    tx: &mut Tx,
    actor: &Actor,
    found: Vec<(T, Whose)>,
) -> store::Result<Vec<T>> {
    let ids: Vec<TicketId> = found.iter().map(|(_, whose)| whose.ticket).collect();
    let mine = match actor.agent() {
        Some(agent) => pages::takes_part_in(tx, agent.id, &ids).await?,
        None => HashSet::new(),
    };
    let read = found.into_iter().filter(|(_, whose)| {
        let takes_part =
            if mine.contains(&whose.ticket) { TakesPart::Asked } else { TakesPart::No };
        let whose = Whose { takes_part, ..*whose };
        actor.may(Permission::ReadTickets, &whose)
    });
    Ok(read.map(|(row, _)| row).collect())
}
