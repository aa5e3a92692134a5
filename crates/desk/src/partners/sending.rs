//! Sending lines to a partner to confirm, by hand or for a step of the flow (D-20).

use domain::actor::{Actor, Permission};
use domain::confirming::{Line, NewLine};
use domain::event::{self, What};
use domain::flow::kind::StepKind;
use domain::id::{TaskId, TicketId};
use domain::invalid::{Flaw, Flaws};
use domain::narrow::{AskToConfirm, Confirmation, Invited, PartnerDesk};
use domain::task::Task;
use domain::text::Reason;
use store::{Tx, partner_contacts, partners, signatures, task_lines, tasks};

use crate::error::{allow, sound};
use crate::pages::readable;
use crate::work::{Case, Work};
use crate::{Ask, Desk, DeskError, Result};

impl Desk {
    /// Asks a partner beside the flow to confirm lines. Answers with the task.
    pub async fn ask_to_confirm(&self, actor: &Actor, ask: AskToConfirm) -> Result<TaskId> {
        let lines = read(&ask.lines)?;
        let question = Reason::try_from(ask.question.clone());
        let question = String::from(question.map_err(|it| DeskError::invalid("question", it))?);
        let mut work = self.work(actor).await?;
        let mut case = work.case(ask.ticket).await?;
        work.allow(Permission::Transfer, &case)?;
        if !case.ticket.state.category().is_live() {
            return Err(DeskError::NotNow(case.ticket.state.as_str()));
        }
        let to = event::Asked::Partner(ask.partner);
        let by_hand =
            Ask { to: vec![to], question: question.clone(), due_at: ask.due_at, hold: None };
        work.check_ask(&case, &by_hand)?;
        let task = work.ask_one(&mut case, &by_hand, to, &question).await?;
        let ticket = case.ticket.id;
        work.attach_to_task(ticket, task, &ask.attachments, "attachments").await?;
        work.lay_down(&case, Some(task), lines).await?;
        work.done(case).await?;
        Ok(task)
    }

    /// What a confirmation that is open is about, or, without a task, the next that the flow will
    /// ask for. Undecided lines are replaced; decided ones stand.
    pub async fn lay_down_lines(
        &self,
        actor: &Actor,
        ticket: TicketId,
        task: Option<TaskId>,
        lines: &[(String, String)],
    ) -> Result<()> {
        let lines = read(lines)?;
        let mut work = self.work(actor).await?;
        let case = work.case(ticket).await?;
        work.allow(Permission::Transfer, &case)?;
        if let Some(task) = task {
            work.is_open_confirmation(&case, task).await?;
            work.invite(task).await?;
        }
        work.lay_down(&case, task, lines).await?;
        work.done(case).await?;
        Ok(())
    }

    /// Sends the link of a task once more.
    pub async fn invite_partner(&self, actor: &Actor, task: TaskId) -> Result<()> {
        let mut work = self.work(actor).await?;
        let (case, found) = work.case_of_task(task).await?;
        work.allow(Permission::Transfer, &case)?;
        if found.partner.is_none() || found.state.is_over() {
            return Err(DeskError::NotNow(found.state.as_str()));
        }
        work.invite(task).await?;
        work.done(case).await?;
        Ok(())
    }

    /// What partners were asked on a ticket, and who can be.
    pub async fn partner_desk(&self, actor: &Actor, ticket: TicketId) -> Result<PartnerDesk> {
        allow(actor.agent().is_some())?;
        let mut tx = self.store.read().await?;
        let (ticket, takes_part) = readable(&mut tx, actor, ticket).await?;
        let may_send = actor.may(Permission::Transfer, &ticket.whose(takes_part));
        let flow = store::names::flows(&mut tx, [ticket.flow]).await?.remove(&ticket.flow);
        let flow = flow.unwrap_or_default();
        let lines = task_lines::of_ticket(&mut tx, ticket.id).await?;
        let mut confirmations = Vec::new();
        let waiting = of(&lines, None);
        if !waiting.is_empty() {
            confirmations.push(waits_for_its_step(waiting));
        }
        for task in tasks::of_ticket(&mut tx, ticket.id).await? {
            if task.partner.is_some() {
                let mut shown =
                    confirmation(&mut tx, &task, &flow, of(&lines, Some(task.id))).await?;
                if may_send && !task.state.is_over() {
                    shown.invited = self.invited(&mut tx, &task).await?;
                }
                confirmations.push(shown);
            }
        }
        let all = partners::all(&mut tx).await?;
        Ok(PartnerDesk {
            partners: all.into_iter().filter(|it| it.active && may_send).collect(),
            confirmations,
            flow_asks: flow.steps.iter().any(|step| step.kind == StepKind::Confirmation),
        })
    }

    async fn invited(&self, tx: &mut Tx, task: &Task) -> Result<Vec<Invited>> {
        let Some(partner) = task.partner else { return Ok(Vec::new()) };
        let contacts = partner_contacts::of_partner(tx, partner).await?;
        let invited = contacts.iter().filter(|it| it.active).map(|it| Invited {
            contact: it.id,
            name: it.name.clone(),
            reach: it.masked_reach(),
            link: self.partner_address(task.id, it),
        });
        Ok(invited.collect())
    }
}

impl Work<'_> {
    async fn lay_down(
        &mut self,
        case: &Case,
        task: Option<TaskId>,
        lines: Vec<NewLine>,
    ) -> Result<()> {
        let ticket = case.ticket.id;
        task_lines::lay_down(&mut self.tx, ticket, task, &lines).await?;
        self.record(ticket, What::LinesLaidDown { task, lines });
        Ok(())
    }

    async fn is_open_confirmation(&mut self, case: &Case, task: TaskId) -> Result<()> {
        let found = case.tasks.iter().find(|known| known.id == task).ok_or(DeskError::NotFound)?;
        let asks = case.flow.kind_of(&found.step) == Some(&StepKind::Confirmation);
        let asks = asks || !task_lines::of_task(&mut self.tx, task).await?.is_empty();
        if asks && found.partner.is_some() && !found.state.is_over() {
            Ok(())
        } else {
            Err(DeskError::NotNow(found.state.as_str()))
        }
    }
}

fn read(lines: &[(String, String)]) -> Result<Vec<NewLine>> {
    let typed = AskToConfirm::typed(lines);
    let mut flaws = Flaws::default();
    if typed.is_empty() {
        flaws.add("lines.0.label", Flaw::Blank);
    }
    if typed.len() > NewLine::MOST {
        flaws.add("lines", Flaw::TooMany { max: NewLine::MOST });
    }
    let read: Vec<NewLine> = (0..)
        .zip(typed)
        .filter_map(|(place, (label, amount))| NewLine::read(place, label, amount, &mut flaws))
        .collect();
    sound(flaws)?;
    Ok(read)
}

fn of(lines: &[(Option<TaskId>, Line)], task: Option<TaskId>) -> Vec<Line> {
    lines.iter().filter(|(whose, _)| *whose == task).map(|(_, line)| line.clone()).collect()
}

const fn waits_for_its_step(lines: Vec<Line>) -> Confirmation {
    Confirmation {
        task: None,
        title: None,
        partner: None,
        state: None,
        lines,
        signature: None,
        invited: Vec::new(),
    }
}

async fn confirmation(
    tx: &mut Tx,
    task: &Task,
    flow: &domain::flow::Flow,
    lines: Vec<Line>,
) -> Result<Confirmation> {
    let partner = match task.partner {
        Some(partner) => partners::find(tx, partner).await?,
        None => None,
    };
    Ok(Confirmation {
        task: Some(task.id),
        title: Some(crate::task_views::name(task, flow)),
        partner: partner.map(|partner| partner.name),
        state: Some(task.state),
        lines,
        signature: signatures::of_task(tx, task.id).await?,
        invited: Vec::new(),
    })
}
