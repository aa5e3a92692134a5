//! An event that some task waits for.

use domain::connector::inbound::{Advance, Taken, TakenAs};
use domain::flow::Outcome;
use domain::id::{TaskId, TicketId};
use domain::invalid::Flaw;
use domain::task::{Task, TaskKind, TaskState};
use domain::template::Particulars;
use store::business_refs;

use super::filled;
use crate::work::{Case, Work};
use crate::{DeskError, Result};

impl Work<'_> {
    /// On every ticket about the thing the event speaks of.
    pub(super) async fn advance_told(
        &mut self,
        advance: &Advance,
        data: &Particulars,
    ) -> Result<Taken> {
        let number = filled("about", advance.about.number.fill(data))?;
        let outcome = Outcome::new(&filled("outcome", advance.outcome.fill(data))?);
        let note = advance.note.as_ref().and_then(|note| note.fill(data).ok());
        let kind = advance.about.kind;
        let about = business_refs::tickets_about(&mut self.tx, kind, &number).await?;

        let mut tickets = Vec::new();
        for ticket in about {
            if self.advance_one(ticket, advance, &outcome, note.clone()).await? {
                tickets.push(ticket.number());
            }
        }
        let outcome = if tickets.is_empty() { TakenAs::Nothing } else { TakenAs::Advanced };
        Ok(Taken { outcome, tickets })
    }

    /// Answers whether something waited there.
    async fn advance_one(
        &mut self,
        ticket: TicketId,
        advance: &Advance,
        outcome: &Outcome,
        note: Option<String>,
    ) -> Result<bool> {
        let mut case = self.case(ticket).await?;
        let mut advanced = false;
        // One at a time: where one leads may be the end of the others.
        for task in waiting(&case, advance).map(|task| task.id).collect::<Vec<_>>() {
            if !waiting(&case, advance).any(|waits| waits.id == task) {
                continue;
            }
            must_be_possible(&case, task, outcome)?;
            if let Some(task) = self.for_people(&case, task) {
                // The event decides nothing; whoever has the step hears what it said.
                self.repair(&mut case, &task.step, task.handler, note.clone()).await?;
                continue;
            }
            self.settle_step(&mut case, task, outcome.clone(), note.clone()).await?;
            advanced = true;
        }
        self.save(case).await?;
        Ok(advanced)
    }

    /// A person's step of a leaf that automation leaves to people (D-28). What waits for the other
    /// system is nobody's, and goes on.
    fn for_people(&self, case: &Case, task: TaskId) -> Option<Task> {
        let in_hand = |it: &&Task| it.id == task && it.state != TaskState::WaitingExternal;
        let people_only = self.catalogue.tree.is_people_only(case.ticket.category);
        case.tasks.iter().find(in_hand).filter(|_| people_only).cloned()
    }
}

/// A step that is named may be in somebody's hands; otherwise only what waits for others is meant.
fn waiting<'a>(case: &'a Case, advance: &'a Advance) -> impl Iterator<Item = &'a Task> {
    let of_flow = |task: &&Task| task.kind != TaskKind::Asked && !task.state.is_over();
    case.tasks.iter().filter(of_flow).filter(|task| match &advance.step {
        Some(step) => task.step == *step,
        None => task.state == TaskState::WaitingExternal,
    })
}

fn must_be_possible(case: &Case, task: TaskId, outcome: &Outcome) -> Result<()> {
    let step = case.tasks.iter().find(|known| known.id == task).map(|task| &task.step);
    let kind = step.and_then(|step| case.flow.kind_of(step));
    if kind.is_some_and(|kind| kind.outcomes().contains(outcome)) {
        Ok(())
    } else {
        Err(DeskError::invalid("outcome", Flaw::NotAChoice))
    }
}
