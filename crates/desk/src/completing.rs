//! Finishing a task: what the step asks for is there, and the flow opens what comes next.

mod form;

use domain::actor::{Actor, Permission};
use domain::event::{Told, What};
use domain::flow::{Evidence, Outcome, Step};
use domain::id::{AgentId, AttachmentId, TaskId, TicketId};
use domain::invalid::{Flaw, Flaws};
use domain::state::TicketAct;
use domain::task::{Task, TaskKind};
use domain::ticket::Wait;
use domain::time::{Span, Timestamp};

use crate::error::sound;
use crate::flows::{Ended, Hand};
use crate::tasks::optional_reason;
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

/// In days. Whoever was promised a call later than that was promised none.
const CALL_BACK_WITHIN: i64 = 90;

/// What somebody says when they finish a task.
#[derive(Clone, Debug, Default)]
pub struct Completion {
    /// One of the step's outcomes; where there is only one, it goes without saying.
    pub outcome: Option<Outcome>,
    pub note: Option<String>,
    /// How telling the customer went, where the step is about that (D-17).
    pub told: Option<Told>,
    /// Field key → what was typed, for the fields the step asks for.
    pub values: Vec<(String, String)>,
    pub attachments: Vec<AttachmentId>,
}

impl Desk {
    /// Finishes a task; the flow opens what comes next, and after the last step the ticket is
    /// resolved.
    pub async fn complete(
        &self,
        actor: &Actor,
        task: TaskId,
        completion: Completion,
    ) -> Result<TicketId> {
        let note = optional_reason("note", completion.note.clone())?;
        let mut work = self.work(actor).await?;
        let (mut case, found) = work.case_in_hand(task).await?;
        work.may_complete(&case, &found)?;
        if !found.is_actionable() {
            return Err(DeskError::NotNow(found.state.as_str()));
        }
        work.finish_task(&mut case, &found, completion, note).await?;
        work.done(case).await
    }
}

/// Where there is but one outcome, it goes without saying.
fn outcome_of(step: &Step, said: Option<Outcome>) -> Result<Outcome> {
    let outcomes = step.kind.outcomes();
    match (said, &outcomes[..]) {
        (Some(said), _) if outcomes.contains(&said) => Ok(said),
        (Some(_), _) => Err(DeskError::invalid("outcome", Flaw::NotAChoice)),
        (None, [only]) => Ok(only.clone()),
        (None, _) => Err(DeskError::invalid("outcome", Flaw::Blank)),
    }
}

impl Work<'_> {
    /// Whoever may do so ends a task as they say.
    pub(crate) async fn finish_task(
        &mut self,
        case: &mut Case,
        task: &Task,
        completion: Completion,
        note: Option<String>,
    ) -> Result<()> {
        if task.kind == TaskKind::Asked {
            self.answer(case, task, completion.outcome, note).await?;
            let in_hand = case.tasks.iter().any(Task::is_actionable);
            return if in_hand { Ok(()) } else { self.wait_for_customer(case).await };
        }
        if let Some(Told::CallBack { at }) = completion.told {
            return self.call_back(case, at).await;
        }
        let flow = case.flow.clone();
        let step = flow.step(&task.step).ok_or(DeskError::NotNow("flow"))?;
        self.accept_for(case, task).await?;
        if case.flow.is_done_on_claim(&task.step) {
            return Ok(());
        }
        self.fill_in(case, step, &completion).await?;
        self.check_evidence(case, task, step, &completion, note.as_deref()).await?;
        let outcome = outcome_of(step, completion.outcome)?;
        self.attach_evidence(case, task.id, step, &completion.attachments).await?;
        self.complete_step(case, task, outcome, note, completion.told).await
    }

    /// One's own task needs no permission but to have it: whoever was asked may answer, whatever
    /// else they may do with the ticket (D-26).
    pub(crate) fn may_complete(&self, case: &Case, task: &Task) -> Result<()> {
        let asked = !case.has_in_hand(task);
        if asked && self.is_my_own(task) {
            return Ok(());
        }
        self.allow(Permission::Resolve, case)?;
        let others = task.handler.is_some() && !self.is_my_own(task);
        // A leader may finish what another has in hand.
        if others { self.allow(Permission::Reassign, case) } else { Ok(()) }
    }

    /// Somebody who finishes what nobody took has taken it.
    async fn accept_for(&mut self, case: &mut Case, task: &Task) -> Result<()> {
        let Some(me) = self.actor.agent().map(|agent| agent.id) else { return Ok(()) };
        if task.handler.is_some() {
            return Ok(());
        }
        if case.flow.is_done_on_claim(&task.step) {
            let step = task.step.clone();
            self.record(case.ticket.id, What::TaskClaimed { task: task.id, step });
        }
        self.take(case, task.id, me).await
    }

    /// What the step demands besides its fields (D-24).
    async fn check_evidence(
        &mut self,
        case: &Case,
        task: &Task,
        step: &Step,
        completion: &Completion,
        note: Option<&str>,
    ) -> Result<()> {
        let mut flaws = Flaws::default();
        let explained = completion.outcome.as_ref().is_some_and(|it| step.kind.needs_note(it));
        if note.is_none() && (explained || step.evidence.contains(&Evidence::Note)) {
            flaws.add("note", Flaw::Blank);
        }
        if step.evidence.contains(&Evidence::Attachment) && completion.attachments.is_empty() {
            let since = task.created_at;
            let ticket = case.ticket.id;
            if !store::attachments::any_since(&mut self.tx, ticket, since).await? {
                flaws.add("attachments", Flaw::Blank);
            }
        }
        if step.evidence.contains(&Evidence::Identity) && !self.is_verified(case).await? {
            flaws.add("identity", Flaw::Blank);
        }
        sound(flaws)
    }

    /// Finishes a step, and the ticket with it when it was the last.
    pub(crate) async fn complete_step(
        &mut self,
        case: &mut Case,
        task: &Task,
        outcome: Outcome,
        note: Option<String>,
        told: Option<Told>,
    ) -> Result<()> {
        let by = self.actor.agent().map(|agent| agent.id);
        let ended = Ended { by, outcome: outcome.clone(), answer: note.clone() };
        self.finish(case, task.id, ended)?;
        if let Some(outcome) = told {
            self.record(case.ticket.id, What::ResultNotified { outcome });
        }
        let plan = self.follow(case, task.id, &outcome).await?;
        // After somebody from outside, the one before them goes on.
        let from: Option<AgentId> = by.or(task.handler).or_else(|| case.before(task));
        let course = self.carry_out(case, plan, Hand { from, note }).await?;
        self.end_if(case, course).await
    }

    /// D-17: nobody answered; the task comes back at the time agreed.
    async fn call_back(&mut self, case: &mut Case, at: Timestamp) -> Result<()> {
        if at <= self.now {
            return Err(DeskError::invalid("told.at", Flaw::InThePast));
        }
        if at > self.now + Span::days(CALL_BACK_WITHIN) {
            let flaw = Flaw::TooFarAhead { days: CALL_BACK_WITHIN };
            return Err(DeskError::invalid("told.at", flaw));
        }
        let outcome = Told::CallBack { at };
        self.record(case.ticket.id, What::ResultNotified { outcome });
        let wait = Wait { reason: "call_back".to_owned(), wake_at: Some(at) };
        self.put_aside(case, TicketAct::Suspend, wait).await
    }
}
