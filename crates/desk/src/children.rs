//! Tickets that are a part of another one: a step of the other waits until they are resolved.

use domain::actor::Actor;
use domain::due::Clocks;
use domain::event::What;
use domain::id::{CategoryId, TaskId, TicketId};
use domain::job::Done;
use domain::message::{Author, MessageKind};
use domain::priority::Priority;
use domain::state::TicketState;
use domain::text::Body;
use domain::ticket::{LinkKind, Ticket};
use store::messages::NewMessage;

use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

impl Desk {
    /// Opens the ticket a step waits for, once.
    pub(crate) async fn open_child(&self, task: TaskId, category: CategoryId) -> Result<Done> {
        let actor = Actor::System;
        let mut work = self.work(&actor).await?;
        let (case, found) = work.case_of_task(task).await?;
        let there = store::tasks::child_of(&mut work.tx, task).await?.is_some();
        if there || found.state.is_over() {
            return Ok(Done::Obsolete);
        }
        let name = case.flow.step(&found.step).map(|step| step.name.clone());
        let words = found.note.clone().or(name).unwrap_or_default();

        let child = work.child_of(&case.ticket, category)?;
        let mut child = work.create(child).await?;
        let id = child.ticket.id;
        work.say_why(&child, &words).await?;
        store::tasks::wait_for_ticket(&mut work.tx, task, id).await?;
        let (parent, link) = (case.ticket.id, LinkKind::Parent);
        store::links::add(&mut work.tx, parent, id, link).await?;
        work.record(parent, What::TicketLinked { to: id, link });
        work.start(&mut child).await?;
        work.save(child).await?;
        work.save(case).await?;
        work.commit().await?;
        Ok(Done::Done)
    }
}

impl Work<'_> {
    /// The same customer, another matter: the promises are those of its own category.
    fn child_of(&self, parent: &Ticket, category: CategoryId) -> Result<Ticket> {
        let leaf = self.catalogue.tree.get(category).and_then(|category| category.leaf);
        let leaf = leaf.ok_or(DeskError::NotFound)?;
        let flow = self.catalogue.flow_of.get(&category).copied().ok_or(DeskError::NotFound)?;
        Ok(Ticket {
            id: TicketId(0),
            trigger: self.trigger(),
            category,
            group: leaf.group,
            department: self.catalogue.group(leaf.group)?.department,
            flow,
            owner: None,
            state: TicketState::Submitted,
            urgency: leaf.urgency,
            importance: leaf.importance,
            priority: Priority::of(leaf.urgency, leaf.importance),
            clocks: Clocks::start(leaf.targets, self.now),
            overdue: false,
            wait: None,
            resolution: None,
            resolved_at: None,
            closed_at: None,
            reopens: 0,
            urges: 0,
            transfers: 0,
            rating: None,
            merged_into: None,
            created_at: self.now,
            updated_at: self.now,
            ..parent.clone()
        })
    }

    async fn say_why(&mut self, child: &Case, words: &str) -> Result<()> {
        let body = Body::try_from(words).map_err(|flaw| DeskError::invalid("note", flaw))?;
        let message = NewMessage {
            ticket: child.ticket.id,
            author: Author::System,
            // The customer filed the whole, and did not write this.
            kind: MessageKind::Note,
            body: &body,
            at: self.now,
            also: child.ticket.subject.as_str(),
        };
        let message = store::messages::insert(&mut self.tx, &message).await?;
        let (channel, category) = (child.ticket.channel, child.ticket.category);
        self.record(child.ticket.id, What::TicketCreated { channel, category, message });
        Ok(())
    }
}
