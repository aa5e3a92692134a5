//! Asking somebody beside the flow: one question to one or many, whose answers stand side by side
//! (C-14, D-13, I-03, I-06).

use domain::actor::{Actor, Permission};
use domain::event::{self, What};
use domain::flow::Outcome;
use domain::id::{TaskId, TicketId};
use domain::invalid::Flaw;
use domain::task::{Asked, Task, TaskAct, TaskKind, TaskState};
use domain::text::Reason;
use domain::time::Timestamp;

use crate::flows::{Ended, act, asked_step, task_of};
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

/// The most that are asked in one go.
const MOST: usize = 20;

/// One question.
#[derive(Clone, Debug)]
pub struct Ask {
    pub to: Vec<event::Asked>,
    pub question: String,
    pub due_at: Option<Timestamp>,
    /// The asker's own task, which leaves their worklist until all have answered (D-12).
    pub hold: Option<TaskId>,
}

impl Desk {
    /// Opens a task for each who is asked. Answers with them in that order.
    pub async fn ask(&self, actor: &Actor, ticket: TicketId, ask: Ask) -> Result<Vec<TaskId>> {
        let question = Reason::try_from(ask.question.clone());
        let question = String::from(question.map_err(|it| DeskError::invalid("question", it))?);
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        work.allow(Permission::Note, &case)?;
        if !case.ticket.state.category().is_live() {
            return Err(DeskError::NotNow(case.ticket.state.as_str()));
        }
        work.check_ask(&case, &ask)?;

        if let Some(held) = ask.hold {
            act(task_of(&mut case, held)?, TaskAct::Hold)?;
        }
        let mut opened = Vec::with_capacity(ask.to.len());
        for to in &ask.to {
            opened.push(work.ask_one(&mut case, &ask, *to, &question).await?);
        }
        work.save(case).await?;
        work.commit().await?;
        Ok(opened)
    }

    /// Lets somebody look at one's own task first (加签): it comes back with what they say.
    pub async fn add_signer(
        &self,
        actor: &Actor,
        task: TaskId,
        signer: domain::id::AgentId,
        question: String,
    ) -> Result<Vec<TaskId>> {
        let mut work = self.work(actor).await?;
        let (case, found) = work.case_of_task(task).await?;
        if !work.is_my_own(&found) {
            return Err(DeskError::Forbidden);
        }
        drop(work);
        let to = vec![event::Asked::Agent(signer)];
        let ask = Ask { to, question, due_at: None, hold: Some(task) };
        self.ask(actor, case.ticket.id, ask).await
    }
}

impl Work<'_> {
    pub(crate) fn check_ask(&self, case: &Case, ask: &Ask) -> Result<()> {
        if ask.to.is_empty() {
            return Err(DeskError::invalid("to", Flaw::Blank));
        }
        // Work leaves the house by whoever may give the ticket itself to others.
        if ask.to.iter().any(|to| matches!(to, event::Asked::Partner(_))) {
            self.allow(Permission::Transfer, case)?;
        }
        if ask.to.len() > MOST {
            return Err(DeskError::invalid("to", Flaw::TooMany { max: MOST }));
        }
        if ask.due_at.is_some_and(|at| at <= self.now) {
            return Err(DeskError::invalid("due_at", Flaw::InThePast));
        }
        let held = ask.hold.map(|held| case.tasks.iter().find(|task| task.id == held));
        match held {
            Some(None) => Err(DeskError::invalid("hold", Flaw::Unknown)),
            Some(Some(task)) if !self.is_my_own(task) => Err(DeskError::Forbidden),
            Some(Some(task)) if !task.is_actionable() => {
                Err(DeskError::NotNow(task.state.as_str()))
            }
            Some(Some(_)) | None => Ok(()),
        }
    }

    pub(crate) async fn ask_one(
        &mut self,
        case: &mut Case,
        ask: &Ask,
        to: event::Asked,
        question: &str,
    ) -> Result<TaskId> {
        let ticket = case.ticket.id;
        let by = self.actor.agent().map(|agent| agent.id);
        let asked = Asked { by, question: question.to_owned(), holds: ask.hold };
        let new = Task::new(TaskId(0), ticket, asked_step(), case.ticket.group, self.now);
        let mut new =
            Task { kind: TaskKind::Asked, asked: Some(asked), step_due_at: ask.due_at, ..new };
        let handler = match to {
            event::Asked::Agent(agent) => {
                self.must_exist(agent).await?;
                Some(agent)
            }
            event::Asked::Group(group) => {
                self.catalogue.group(group).map_err(|_| unknown())?;
                new.group = group;
                None
            }
            event::Asked::Department(department) => {
                let known = self.catalogue.departments.get(&department).ok_or_else(unknown)?;
                let leader =
                    known.leader.ok_or_else(|| DeskError::invalid("to", Flaw::NotOffered))?;
                new.department = Some(department);
                Some(leader)
            }
            event::Asked::Partner(partner) => {
                let known = store::partners::find(&mut self.tx, partner).await?;
                known.filter(|partner| partner.active).ok_or_else(unknown)?;
                new.partner = Some(partner);
                new.state = TaskState::WaitingExternal;
                None
            }
        };
        let task = self.open_task(case, new, handler).await?;
        let question = question.to_owned();
        self.record(ticket, What::TaskAsked { task, question, to });
        match to {
            event::Asked::Group(group) => drop(self.dispatch(case, task, group).await?),
            event::Asked::Partner(_) => self.invite(task).await?,
            event::Asked::Agent(_) | event::Asked::Department(_) => {}
        }
        Ok(task)
    }

    /// Whoever was asked answers; the asker's own task comes back with the last answer.
    pub(crate) async fn answer(
        &mut self,
        case: &mut Case,
        task: &Task,
        outcome: Option<Outcome>,
        answer: Option<String>,
    ) -> Result<()> {
        if answer.is_none() {
            return Err(DeskError::invalid("note", Flaw::Blank));
        }
        self.settle_answer(case, task, outcome, answer).await
    }

    pub(crate) async fn settle_answer(
        &mut self,
        case: &mut Case,
        task: &Task,
        outcome: Option<Outcome>,
        answer: Option<String>,
    ) -> Result<()> {
        let me = self.actor.agent().map(|agent| agent.id);
        if let (Some(me), None) = (me, task.handler) {
            self.take(case, task.id, me).await?;
        }
        let said = outcome.clone().unwrap_or_else(Outcome::done);
        self.mark_done(case, task.id, Ended { by: me, outcome: said, answer: answer.clone() })?;
        self.record(case.ticket.id, What::TaskAnswered { task: task.id, answer, outcome });
        case.answered(task)
    }
}

impl Case {
    /// Brings back what was held for this answer, when it was the last.
    pub fn answered(&mut self, task: &Task) -> Result<()> {
        let held = task.asked.as_ref().and_then(|asked| asked.holds);
        let Some(held) = held else { return Ok(()) };
        let waits = self.tasks.iter().any(|it| it.id == held && it.state == TaskState::Pending);
        if waits && !self.is_held_by_questions(held) && self.ticket.wait.is_none() {
            self.wake_task(held)?;
        }
        Ok(())
    }
}

fn unknown() -> DeskError {
    DeskError::invalid("to", Flaw::Unknown)
}
