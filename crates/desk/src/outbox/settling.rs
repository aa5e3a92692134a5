//! Writing down what came back, and moving the ticket with it: one transaction.

use domain::actor::Actor;
use domain::event::What;
use domain::flow::Outcome;
use domain::flow::kind::StepKind;
use domain::job::Done;
use domain::outbox::{ActionOutcome, OutboxItem, OutboxState, Trouble, Verdict};
use domain::task::{Task, TaskKind};
use domain::time::Span;
use store::outbox;

use crate::flows::{Ended, task_of};
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

impl Desk {
    /// `sent` is the item as it was when it was sent.
    pub(super) async fn settle_call(&self, sent: &OutboxItem, verdict: Verdict) -> Result<Done> {
        match verdict {
            Verdict::Settled(outcome) => self.write_down(sent, outcome).await,
            Verdict::Again { after, trouble } => self.try_later(sent, after, trouble).await,
        }
    }

    async fn write_down(&self, sent: &OutboxItem, outcome: ActionOutcome) -> Result<Done> {
        let mut work = self.work(&Actor::System).await?;
        let mut case = work.case(sent.ticket).await?;
        let item = outbox::lock(&mut work.tx, sent.id).await?.ok_or(DeskError::NotFound)?;
        // Two may have sent it, when the first was slow; the first to hear is believed.
        if item.state.is_settled() {
            return Ok(Done::Obsolete);
        }
        let item = work.write_outcome(item, sent.tries, &outcome).await?;
        work.record(item.ticket, what(&item, &outcome));
        work.action_settled(&mut case, &item, &outcome).await?;
        work.save(case).await?;
        work.commit().await?;
        Ok(Done::Done)
    }

    async fn try_later(&self, sent: &OutboxItem, after: Span, trouble: Trouble) -> Result<Done> {
        let mut tx = self.store.begin().await?;
        let item = outbox::lock(&mut tx, sent.id).await?.filter(|item| !item.state.is_settled());
        let Some(mut item) = item else { return Ok(Done::Obsolete) };
        item.state = OutboxState::Queued;
        item.tries = item.tries.max(sent.tries);
        item.reason = Some(trouble.as_str().to_owned());
        outbox::update(&mut tx, &item).await?;
        tx.commit().await?;
        Ok(Done::Again { after })
    }
}

impl Work<'_> {
    async fn write_outcome(
        &mut self,
        item: OutboxItem,
        tries: u32,
        outcome: &ActionOutcome,
    ) -> Result<OutboxItem> {
        let (reference, outside) = match outcome {
            ActionOutcome::Confirmed { reference, state } => (reference.clone(), state.clone()),
            ActionOutcome::Refused { .. } | ActionOutcome::Unknown { .. } => (None, None),
        };
        let item = OutboxItem {
            state: outcome.state(),
            tries: item.tries.max(tries),
            reason: outcome.reason().map(str::to_owned),
            reference,
            outside,
            settled_at: Some(self.now),
            ..item
        };
        outbox::update(&mut self.tx, &item).await?;
        self.keep_reference(&item).await?;
        Ok(item)
    }

    /// What was made over there is something the ticket is about from now on.
    async fn keep_reference(&mut self, item: &OutboxItem) -> Result<()> {
        let yields = item.call.as_ref().ok().and_then(|call| call.yields);
        if let (Some(kind), Some(number)) = (yields, &item.reference)
            && self.is_about(item.ticket, kind, number).await?
        {
            let number = number.clone();
            self.record(item.ticket, What::BusinessRefAdded { thing: kind, number });
        }
        Ok(())
    }

    /// Moves what waited for the answer: the flow, where a step did.
    async fn action_settled(
        &mut self,
        case: &mut Case,
        item: &OutboxItem,
        outcome: &ActionOutcome,
    ) -> Result<()> {
        let task = task_of(case, item.task)?.clone();
        let said = outcome.reason().or(item.reference.as_deref()).map(str::to_owned);
        if task.state.is_over() {
            return self.heard_late(case, item, outcome).await;
        }
        match task.kind {
            TaskKind::Automatic => self.settle_step(case, task.id, word(outcome), said).await,
            TaskKind::Asked | TaskKind::Step => {
                self.settle_errand(case, &task, item, outcome, said).await
            }
        }
    }

    /// Somebody asked for it by hand, and is told.
    async fn settle_errand(
        &mut self,
        case: &mut Case,
        task: &Task,
        item: &OutboxItem,
        outcome: &ActionOutcome,
        said: Option<String>,
    ) -> Result<()> {
        let ended = word(outcome);
        let Some(reason) = outcome.reason() else {
            let done = Ended { by: None, outcome: ended.clone(), answer: said.clone() };
            self.mark_done(case, task.id, done)?;
            let (task, outcome) = (task.id, Some(ended));
            self.record(case.ticket.id, What::TaskAnswered { task, answer: said, outcome });
            return Ok(());
        };
        self.fail(case, task.id, ended, said.clone())?;
        let question = format!("{}: {reason}", item.action.name);
        let to = task.asked.as_ref().and_then(|asked| asked.by).or(case.ticket.owner);
        self.ask_nobody_in_particular(case, question, to).await
    }

    /// Nobody waits for it any more; but what was not done is not passed over in silence.
    async fn heard_late(
        &mut self,
        case: &mut Case,
        item: &OutboxItem,
        outcome: &ActionOutcome,
    ) -> Result<()> {
        let Some(reason) = outcome.reason() else { return Ok(()) };
        let question = format!("{}: {reason}", item.action.name);
        let owner = case.ticket.owner;
        self.ask_nobody_in_particular(case, question, owner).await
    }
}

fn word(outcome: &ActionOutcome) -> Outcome {
    Outcome::new(match outcome {
        ActionOutcome::Confirmed { .. } => StepKind::CONFIRMED,
        ActionOutcome::Refused { .. } => StepKind::REFUSED,
        ActionOutcome::Unknown { .. } => StepKind::UNKNOWN,
    })
}

fn what(item: &OutboxItem, outcome: &ActionOutcome) -> What {
    let (task, action) = (item.task, item.action.clone());
    match outcome.clone() {
        ActionOutcome::Confirmed { reference, state } => {
            What::ExternalActionConfirmed { task, action, reference, state }
        }
        ActionOutcome::Refused { reason } => What::ExternalActionRefused { task, action, reason },
        ActionOutcome::Unknown { trouble } => What::ExternalActionUnknown { task, action, trouble },
    }
}
