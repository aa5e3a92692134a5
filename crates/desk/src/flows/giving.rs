//! Giving an open task to somebody.

use domain::actor::TakesPart;
use domain::counter::Tally;
use domain::event::What;
use domain::flow::engine::Plan;
use domain::flow::kind::StepKind;
use domain::flow::{Outcome, StepKey};
use domain::id::{AgentId, GroupId, TaskId};
use domain::org::{Dispatch, Membership};
use domain::routing::{Candidate, least_loaded};
use domain::state::{StateCategory, TicketAct, TicketState};
use domain::task::{Task, TaskAct, TaskKind, TaskState};
use domain::ticket::{ResolutionCode, Wait};

use crate::flows::owners::Place;
use crate::flows::{Course, Hand, act, task_of};
use crate::resolving::Ending;
use crate::work::{Case, Work};
use crate::{DeskError, Result};

impl Work<'_> {
    /// Brings a task that was just opened to its owner. Answers with what follows at once, when
    /// taking it was all there was to do.
    pub(super) async fn place(
        &mut self,
        case: &mut Case,
        task: TaskId,
        hand: &Hand,
    ) -> Result<Option<(Plan, Hand)>> {
        let flow = case.flow.clone();
        let key = task_of(case, task)?.step.clone();
        let step = flow.step(&key).ok_or(DeskError::NotNow("flow"))?;
        if !step.kind.is_done_by_people() {
            self.begin_by_itself(case, task, step).await?;
            return Ok(None);
        }
        match self.place_of(case, step, hand).await? {
            Place::Queue(group) => {
                self.opened(case, task, group, None)?;
                self.dispatch(case, task, group).await
            }
            Place::Person(agent) => self.place_with(case, task, &key, agent).await,
            Place::Department(department, leader) => {
                task_of(case, task)?.department = Some(department);
                self.hand_to(case, task, leader).await?;
                Ok(None)
            }
            Place::Partner(partner) => {
                let given = task_of(case, task)?;
                given.partner = Some(partner);
                act(given, TaskAct::WaitExternal)?;
                let group = case.ticket.group;
                self.opened(case, task, group, None)?;
                self.invite_to_step(case, task, step).await?;
                Ok(None)
            }
            Place::Requester => {
                self.ask_customer(case, task).await?;
                Ok(None)
            }
        }
    }

    /// Into somebody's worklist, as theirs from the beginning.
    pub(crate) async fn hand_to(
        &mut self,
        case: &mut Case,
        task: TaskId,
        agent: AgentId,
    ) -> Result<()> {
        let given = task_of(case, task)?;
        given.handler = Some(agent);
        act(given, TaskAct::Claim)?;
        let group = given.group;
        let how = case.taking_part_by(task);
        self.join(case.ticket.id, agent, how).await?;
        self.opened(case, task, group, Some(agent))
    }

    async fn place_with(
        &mut self,
        case: &mut Case,
        task: TaskId,
        key: &StepKey,
        agent: AgentId,
    ) -> Result<Option<(Plan, Hand)>> {
        self.hand_to(case, task, agent).await?;
        if case.ticket.state.category() == StateCategory::New {
            self.welcome(case, agent).await?;
        }
        if case.flow.is_done_on_claim(key) {
            return self.accept(case, task, agent).await.map(Some);
        }
        Ok(None)
    }

    async fn ask_customer(&mut self, case: &mut Case, task: TaskId) -> Result<()> {
        act(task_of(case, task)?, TaskAct::WaitExternal)?;
        let group = case.ticket.group;
        self.opened(case, task, group, None)?;
        if case.ticket.state.category().is_live() {
            let wait = Wait { reason: "asked".to_owned(), wake_at: None };
            self.put_aside(case, TicketAct::AwaitCustomer, wait).await?;
        }
        Ok(())
    }

    fn opened(
        &mut self,
        case: &mut Case,
        task: TaskId,
        group: GroupId,
        to: Option<AgentId>,
    ) -> Result<()> {
        let opened = task_of(case, task)?;
        opened.group = group;
        let step = opened.step.clone();
        self.record(case.ticket.id, What::TaskOpened { task, step, group, to });
        Ok(())
    }

    /// Gives a task in a queue to whoever the group's rule names; without one it waits to be
    /// claimed (C-03, C-13).
    pub(crate) async fn dispatch(
        &mut self,
        case: &mut Case,
        task: TaskId,
        group: GroupId,
    ) -> Result<Option<(Plan, Hand)>> {
        let by_claiming = self.catalogue.group(group)?.dispatch == Dispatch::Claim;
        if by_claiming || self.catalogue.tree.is_people_only(case.ticket.category) {
            return Ok(None);
        }
        let candidates = self.candidates(group).await?;
        let Some(chosen) = least_loaded(&candidates) else { return Ok(None) };
        let because = Some(format!("{}/{}", chosen.load, chosen.cap));
        self.record(case.ticket.id, What::TaskAssigned { task, to: chosen.agent, because });
        self.give(case, task, chosen.agent).await
    }

    async fn candidates(&mut self, group: GroupId) -> Result<Vec<Candidate>> {
        let members = store::people::groups::members(&mut self.tx, group).await?;
        let agents: Vec<AgentId> = members.iter().map(|(member, _)| member.agent).collect();
        let loads = store::counters::loads(&mut self.tx, &agents).await?;
        let candidate = |(member, available): (Membership, bool)| Candidate {
            agent: member.agent,
            available,
            load: loads.get(&member.agent).copied().unwrap_or_default(),
            cap: member.cap,
            skill: member.skill,
        };
        Ok(members.into_iter().map(candidate).collect())
    }

    /// Whoever has a role; roles know no skill and no cap.
    pub(super) async fn candidates_of_role(&mut self, role: &str) -> Result<Vec<Candidate>> {
        let people = store::people::roles::holders(&mut self.tx, role).await?;
        let agents: Vec<AgentId> = people.iter().map(|(agent, _)| *agent).collect();
        let loads = store::counters::loads(&mut self.tx, &agents).await?;
        let candidate = |(agent, available)| Candidate {
            agent,
            available,
            load: loads.get(&agent).copied().unwrap_or_default(),
            cap: u16::MAX,
            skill: 1,
        };
        Ok(people.into_iter().map(candidate).collect())
    }

    /// Makes `agent` the handler of an open task. Where taking it is all the step asks for, the
    /// next one opens for the same person.
    pub async fn take(&mut self, case: &mut Case, task: TaskId, agent: AgentId) -> Result<()> {
        let Some((plan, hand)) = self.give(case, task, agent).await? else { return Ok(()) };
        match self.carry_out(case, plan, hand).await? {
            Course::GoesOn => Ok(()),
            Course::Finished => {
                self.end(case, Ending { code: ResolutionCode::Solved, note: None }).await
            }
        }
    }

    async fn give(
        &mut self,
        case: &mut Case,
        task: TaskId,
        agent: AgentId,
    ) -> Result<Option<(Plan, Hand)>> {
        let found = task_of(case, task)?.clone();
        let (step, in_hand) = (found.step.clone(), case.has_in_hand(&found));
        let taken = task_of(case, task)?;
        taken.handler = Some(agent);
        // What is held stays held, in the new handler's name.
        if taken.state != TaskState::Pending {
            act(taken, TaskAct::Claim)?;
        }
        if !in_hand {
            let how = case.taking_part_by(task);
            self.join(case.ticket.id, agent, how).await?;
            return Ok(None);
        }
        self.welcome(case, agent).await?;
        if case.flow.kind_of(&step) != Some(&StepKind::Accept) {
            return Ok(None);
        }
        self.accept(case, task, agent).await.map(Some)
    }

    async fn accept(
        &mut self,
        case: &mut Case,
        task: TaskId,
        agent: AgentId,
    ) -> Result<(Plan, Hand)> {
        let now = self.now;
        let accepted = task_of(case, task)?;
        act(accepted, TaskAct::Complete)?;
        accepted.done_at = Some(now);
        let note = accepted.note.clone();
        let plan = self.follow(case, task, &Outcome::done()).await?;
        Ok((plan, Hand { from: Some(agent), note }))
    }

    /// The ticket has somebody now.
    async fn welcome(&mut self, case: &mut Case, agent: AgentId) -> Result<()> {
        if case.ticket.state == TicketState::Submitted {
            self.tally(&case.ticket, Tally::Accepted);
        }
        case.act(TicketAct::Assign)?;
        case.ticket.owner = case.ticket.owner.or(Some(agent));
        self.join(case.ticket.id, agent, TakesPart::Working).await
    }

    /// A task beside the flow, or a step again, for somebody or for the ticket's queue.
    pub async fn open_task(
        &mut self,
        case: &mut Case,
        new: Task,
        handler: Option<AgentId>,
    ) -> Result<TaskId> {
        let (ticket, of_ticket) = (case.ticket.id, case.ticket.due_at());
        let mut task = Task { handler, overdue: case.ticket.overdue, ..new };
        task.due_at = task.earliest(of_ticket);
        if handler.is_some() {
            task.state = TaskState::Claimed;
        }
        let (step, group) = (task.step.clone(), task.group);
        let asked = task.kind == TaskKind::Asked;
        let id = self.add_task(case, task).await?;
        if let Some(agent) = handler {
            let how = case.taking_part_by(id);
            self.join(ticket, agent, how).await?;
        }
        if !asked {
            self.record(ticket, What::TaskOpened { task: id, step, group, to: handler });
        }
        Ok(id)
    }
}
