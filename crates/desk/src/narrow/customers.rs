//! What the flow asks the customer, and what they answer on the page they follow their ticket by.

use domain::actor::{Actor, Permission};
use domain::event::What;
use domain::flow::owner::OwnerRule;
use domain::flow::{Evidence, Flow, Outcome, Step};
use domain::id::TaskId;
use domain::message::MessageKind;
use domain::narrow::{Asks, CustomerQuestion, NarrowAnswer};
use domain::state::{StateCategory, TicketAct};
use domain::task::{Task, TaskKind, TaskState};
use domain::text::Body;
use domain::ticket::{Ticket, Wait};
use store::Tx;

use super::looking::{asks, fields};
use crate::work::{Case, Work};
use crate::{Completion, DeskError, Result};

/// A step of the flow that whoever filed has to end.
pub(crate) fn is_for_customer(flow: &Flow, task: &Task) -> bool {
    let theirs = |step: &Step| step.owner == OwnerRule::Requester;
    task.kind == TaskKind::Step && flow.step(&task.step).is_some_and(theirs)
}

fn waits(flow: &Flow, task: &Task) -> bool {
    task.state == TaskState::WaitingExternal && is_for_customer(flow, task)
}

/// The oldest question that waits; the next one follows when it is answered.
pub(crate) async fn question(
    tx: &mut Tx,
    ticket: &Ticket,
    flow: &Flow,
    tasks: &[Task],
) -> Result<Option<CustomerQuestion>> {
    let asked = tasks.iter().find(|task| waits(flow, task));
    let asked = asked.and_then(|task| Some((task, flow.step(&task.step)?)));
    let Some((task, step)) = asked.filter(|_| ticket.state.category().is_live()) else {
        return Ok(None);
    };
    let asks = asks(Some(step));
    // Lines are confirmed on a page of their own.
    if asks == Asks::Lines {
        return Ok(None);
    }
    let customer = Actor::Customer(ticket.requester);
    Ok(Some(CustomerQuestion {
        task: task.id,
        title: step.name.clone(),
        instructions: step.instructions.clone(),
        due_at: task.step_due_at,
        asks,
        fields: fields(tx, &customer, ticket, Some(step)).await?,
        needs_words: step.evidence.contains(&Evidence::Note),
        needs_file: step.evidence.contains(&Evidence::Attachment),
    }))
}

impl Work<'_> {
    /// A question of a ticket that is the customer's. Any other task is not there.
    pub(crate) async fn case_of_question(&mut self, task: TaskId) -> Result<(Case, Task)> {
        let (case, found) = self.case_of_task(task).await?;
        if is_for_customer(&case.flow, &found) {
            Ok((case, found))
        } else {
            Err(DeskError::NotFound)
        }
    }

    pub(super) fn may_answer_as_customer(&self, case: &Case, task: &Task) -> Result<bool> {
        self.allow(Permission::Reply, case)?;
        Ok(case.ticket.state.category().is_live() && waits(&case.flow, task))
    }

    /// The answer stands in the conversation, where both read it; then the ticket, which waited
    /// for it, goes on.
    pub(super) async fn answer_as_customer(
        &mut self,
        case: &mut Case,
        task: &Task,
        answer: NarrowAnswer,
        note: Option<String>,
    ) -> Result<()> {
        let flow = case.flow.clone();
        let step = flow.step(&task.step).ok_or(DeskError::NotNow("flow"))?;
        let outcome = answer.outcome.map(Outcome);
        let said = in_words(step, outcome.as_ref(), note.as_deref());
        let body = Body::try_from(said).map_err(|flaw| DeskError::invalid("note", flaw))?;
        let public = MessageKind::PublicReply;
        let message = self.write(case, public, &body, &answer.attachments).await?;
        self.record(case.ticket.id, What::CustomerReplied { message });
        if case.ticket.state.category() == StateCategory::Waiting {
            self.bring_back(case)?;
        }
        let completion = Completion {
            outcome,
            note: note.clone(),
            values: answer.values,
            ..Completion::default()
        };
        self.finish_task(case, task, completion, note).await?;
        self.wait_for_customer(case).await
    }

    /// Several branches can ask at once: the ticket waits until all is answered.
    pub(crate) async fn wait_for_customer(&mut self, case: &mut Case) -> Result<()> {
        let open = case.ticket.state.category() == StateCategory::Open;
        if !open || !case.tasks.iter().any(|task| waits(&case.flow, task)) {
            return Ok(());
        }
        let wait = Wait { reason: "asked".to_owned(), wake_at: None };
        self.put_aside(case, TicketAct::AwaitCustomer, wait).await
    }
}

/// What was chosen, as its button said it, and what was added in words.
fn in_words(step: &Step, outcome: Option<&Outcome>, note: Option<&str>) -> String {
    let label = match asks(Some(step)) {
        Asks::Choice(choices) => {
            let chosen = |it: &domain::narrow::Choice| {
                outcome.is_some_and(|outcome| outcome.as_str() == it.outcome)
            };
            choices.into_iter().find(chosen).and_then(|choice| choice.label)
        }
        Asks::Words | Asks::Done | Asks::Lines => None,
    };
    match (label, note) {
        (Some(label), Some(note)) => format!("{label}\n{note}"),
        (Some(label), None) => label,
        (None, Some(note)) => note.to_owned(),
        (None, None) => step.name.clone(),
    }
}
