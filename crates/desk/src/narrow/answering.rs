//! Answering: the same end of a task as any other, for whoever sees nothing but the task.

use domain::actor::Actor;
use domain::confirming::{self, Decision, Line, Verdict};
use domain::event::What;
use domain::flow::Outcome;
use domain::flow::kind::StepKind;
use domain::id::TaskId;
use domain::invalid::{Flaw, Flaws};
use domain::narrow::{LineAnswer, NarrowAnswer};
use domain::task::{Task, TaskKind};
use store::task_lines;

use super::signing::Sealed;
use crate::error::{allow, sound};
use crate::once::{Once, fingerprint};
use crate::tasks::optional_reason;
use crate::work::{Case, Work};
use crate::{Completion, Desk, DeskError, Result};

impl Desk {
    /// Ends one's own task. A partner's answer goes the way of any other: the flow goes on, and
    /// whoever waited for it has their own task back.
    pub async fn answer_task(
        &self,
        actor: &Actor,
        task: TaskId,
        answer: NarrowAnswer,
    ) -> Result<()> {
        match self.try_to_answer(actor, task, answer.clone()).await {
            // Another request with the same key was faster; by now its answer is there.
            Err(DeskError::Conflict) => self.try_to_answer(actor, task, answer).await,
            outcome => outcome,
        }
    }

    async fn try_to_answer(&self, actor: &Actor, task: TaskId, answer: NarrowAnswer) -> Result<()> {
        let once = answer.idempotency_key.clone().map(|key| Once {
            whose: Once::whose(actor),
            key,
            request: fingerprint(&(task, &answer)),
        });
        let sealed = self.seal(actor, answer.signing.clone()).await?;
        let note = optional_reason("note", answer.note.clone())?;
        let mut work = self.work(actor).await?;
        let (mut case, found) = work.case_of_own_task(task).await?;
        if work.done_before(once.as_ref()).await?.is_some() {
            return Ok(());
        }
        work.may_answer(&case, &found)?;

        let lines = task_lines::of_task(&mut work.tx, task).await?;
        if lines.is_empty() && !asks_for_lines(&case, &found) {
            work.answer_in_words(&mut case, &found, answer, note).await?;
        } else {
            work.answer_lines(&mut case, &found, (&lines, &answer, sealed), note).await?;
        }
        work.remember(once.as_ref(), case.ticket.id, None).await?;
        work.done(case).await?;
        Ok(())
    }
}

fn asks_for_lines(case: &Case, task: &Task) -> bool {
    case.flow.kind_of(&task.step) == Some(&StepKind::Confirmation)
}

impl Work<'_> {
    fn may_answer(&self, case: &Case, task: &Task) -> Result<()> {
        let open = match self.actor {
            Actor::Partner(partner) => {
                allow(partner.may_answer(task))?;
                !task.state.is_over()
            }
            Actor::Customer(_) | Actor::Link { .. } => self.may_answer_as_customer(case, task)?,
            Actor::Agent(_) | Actor::Visitor | Actor::System => {
                self.may_complete(case, task)?;
                task.is_actionable()
            }
        };
        if open { Ok(()) } else { Err(DeskError::NotNow(task.state.as_str())) }
    }

    async fn answer_in_words(
        &mut self,
        case: &mut Case,
        task: &Task,
        answer: NarrowAnswer,
        note: Option<String>,
    ) -> Result<()> {
        if self.actor.customer().is_some() {
            return self.answer_as_customer(case, task, answer, note).await;
        }
        let asked = task.kind == TaskKind::Asked;
        if asked {
            let ticket = case.ticket.id;
            self.attach_to_task(ticket, task.id, &answer.attachments, "attachments").await?;
        }
        let completion = Completion {
            // There is nothing to choose from but words.
            outcome: answer.outcome.filter(|_| !asked).map(Outcome),
            note: note.clone(),
            told: None,
            values: answer.values,
            attachments: answer.attachments,
        };
        self.finish_task(case, task, completion, note).await
    }

    /// Each line is decided, and somebody put their name to it: then, and only then, it is done.
    async fn answer_lines(
        &mut self,
        case: &mut Case,
        task: &Task,
        (lines, answer, sealed): (&[Line], &NarrowAnswer, Option<Sealed>),
        note: Option<String>,
    ) -> Result<()> {
        let mut flaws = Flaws::default();
        if lines.is_empty() {
            flaws.add("lines", Flaw::Blank);
        }
        for said in answer.lines.iter().filter(|it| !lines.iter().any(|line| line.id == it.line)) {
            flaws.add(format!("lines.{}", said.line), Flaw::Unknown);
        }
        if sealed.is_none() {
            flaws.add("signature", Flaw::Blank);
        }
        let decided: Vec<(&Line, Decision)> = lines
            .iter()
            .filter_map(|line| Some((line, decision(line, &answer.lines, &mut flaws)?)))
            .collect();
        sound(flaws)?;
        for (line, decision) in &decided {
            self.decide(case, task, line, decision).await?;
        }
        let ticket = case.ticket.id;
        self.attach_to_task(ticket, task.id, &answer.attachments, "attachments").await?;
        if let Some(sealed) = sealed {
            self.sign(case, task, sealed).await?;
        }
        let outcome = confirming::outcome(decided.iter().map(|(_, decision)| decision));
        match task.kind {
            TaskKind::Asked => self.settle_answer(case, task, Some(outcome), note).await,
            TaskKind::Step | TaskKind::Automatic => {
                self.complete_step(case, task, outcome, note, None).await
            }
        }
    }

    async fn decide(
        &mut self,
        case: &Case,
        task: &Task,
        line: &Line,
        decision: &Decision,
    ) -> Result<()> {
        let ticket = case.ticket.id;
        let field = format!("lines.{}.photo", line.id);
        let photo: Vec<_> = decision.photo.into_iter().collect();
        self.attach_to_task(ticket, task.id, &photo, &field).await?;
        task_lines::decide(&mut self.tx, line.id, decision).await?;
        let Decision { verdict, comment, photo } = decision.clone();
        let (task, amount, label) = (task.id, line.amount, line.label.clone());
        let line = line.id;
        let what = What::LineDecided { task, line, label, amount, verdict, comment, photo };
        self.record(ticket, what);
        Ok(())
    }
}

/// What was said to one line; flaws stand under `lines.{id}`.
fn decision(line: &Line, said: &[LineAnswer], flaws: &mut Flaws) -> Option<Decision> {
    let name = format!("lines.{}", line.id);
    let said = said.iter().find(|it| it.line == line.id).ok_or(Flaw::Blank);
    let said = flaws.take(&name, said)?;
    let verdict = flaws.take(&name, Verdict::try_from(said.verdict.clone()))?;
    let comment = optional_reason("comment", said.comment.clone());
    let comment = flaws.take(&format!("{name}.comment"), comment.map_err(|_| TOO_LONG))?;
    let decision = Decision { verdict, comment, photo: said.photo };
    match decision.flaw() {
        Some(flaw) => {
            flaws.add(format!("{name}.comment"), flaw);
            None
        }
        None => Some(decision),
    }
}

const TOO_LONG: Flaw = Flaw::TooLong { max: domain::text::Reason::MAX };
