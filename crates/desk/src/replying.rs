//! Saying something on a ticket: to the customer, or among ourselves.

use domain::actor::{Actor, Permission, TakesPart};
use domain::event::What;
use domain::id::{AgentId, AttachmentId, MessageId, TaskId, TicketId};
use domain::message::{Author, MessageKind};
use domain::state::{StateCategory, TicketAct};
use domain::task::TaskKind;
use domain::text::Body;
use domain::ticket::ResolutionCode;
use store::messages::{self, NewMessage};
use store::participants;

use crate::once::{Once, fingerprint};
use crate::resolving::Ending;
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result, WaitPlan};

/// What somebody wants to say.
#[derive(Clone, Debug)]
pub struct Say {
    pub kind: MessageKind,
    pub body: String,
    pub attachments: Vec<AttachmentId>,
    pub mentions: Vec<AgentId>,
    /// The newest message the writer has seen. When a newer one from the customer exists, the
    /// operation is refused with [`crate::DeskError::NewMessage`]; `None` sends regardless.
    pub seen: Option<MessageId>,
    pub then: Then,
    /// The same key twice is one message.
    pub idempotency_key: Option<String>,
}

/// "Reply and …": done in the same transaction.
#[derive(Clone, Debug, Default)]
pub enum Then {
    #[default]
    Nothing,
    Wait(WaitPlan),
    Resolve(ResolutionCode),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub message: MessageId,
    /// It had been said before with the same key.
    pub again: bool,
}

impl Desk {
    /// For an agent a reply or a note; for a customer always a reply, which wakes a waiting ticket
    /// and reopens a resolved one.
    pub async fn say(&self, actor: &Actor, ticket: TicketId, say: Say) -> Result<Said> {
        let body = Body::try_from(say.body.clone());
        let body = body.map_err(|flaw| DeskError::invalid("body", flaw))?;
        match self.try_to_say(actor, ticket, &body, say.clone()).await {
            // Another request with the same key was faster; by now its answer is there.
            Err(DeskError::Conflict) => self.try_to_say(actor, ticket, &body, say).await,
            outcome => outcome,
        }
    }

    async fn try_to_say(
        &self,
        actor: &Actor,
        ticket: TicketId,
        body: &Body,
        say: Say,
    ) -> Result<Said> {
        let once = say.idempotency_key.clone().map(|key| Once {
            whose: Once::whose(actor),
            key,
            request: fingerprint(&(ticket, say.kind, body)),
        });
        let mut work = self.work(actor).await?;
        let mut case = work.case(ticket).await?;
        if let Some(message) = work.done_before(once.as_ref()).await?.and_then(|it| it.message) {
            return Ok(Said { message, again: true });
        }

        let message = match (actor.customer(), say.kind) {
            (Some(_), _) => work.hear(&mut case, body, &say).await?,
            (None, MessageKind::PublicReply) => work.reply(&mut case, body, &say).await?,
            (None, MessageKind::Note) => work.note(&mut case, body, &say).await?,
        };
        work.follow_up(&mut case, say.then).await?;
        work.remember(once.as_ref(), ticket, Some(message)).await?;
        work.save(case).await?;
        work.commit().await?;
        Ok(Said { message, again: false })
    }
}

impl Work<'_> {
    /// What the customer says. Nobody has to watch for it: it puts the ticket back into a list.
    async fn hear(&mut self, case: &mut Case, body: &Body, say: &Say) -> Result<MessageId> {
        self.allow(Permission::Reply, case)?;
        let category = case.ticket.state.category();
        if category == StateCategory::Closed {
            return Err(DeskError::NotNow(case.ticket.state.as_str()));
        }
        let message = self.write(case, MessageKind::PublicReply, body, &say.attachments).await?;
        self.record(case.ticket.id, What::CustomerReplied { message });
        self.customer_answered(case).await?;
        match category {
            StateCategory::Waiting => self.bring_back(case)?,
            StateCategory::Resolved => self.begin_again(case, None).await?,
            StateCategory::New | StateCategory::Open | StateCategory::Closed => {}
        }
        self.somebody_reads(case, body).await?;
        Ok(message)
    }

    /// What an agent tells the customer. Whoever answers first has taken the ticket.
    async fn reply(&mut self, case: &mut Case, body: &Body, say: &Say) -> Result<MessageId> {
        self.allow(Permission::Reply, case)?;
        if !case.ticket.state.category().is_live() {
            return Err(DeskError::NotNow(case.ticket.state.as_str()));
        }
        self.nothing_new_since(case, say.seen).await?;
        self.take_unclaimed(case).await?;
        let message = self.write(case, MessageKind::PublicReply, body, &say.attachments).await?;
        case.ticket.clocks = case.ticket.clocks.respond(self.now);
        if case.ticket.state.category() == StateCategory::Open {
            case.act(TicketAct::Begin)?;
        }
        self.record(case.ticket.id, What::ReplySent { message });
        Ok(message)
    }

    async fn note(&mut self, case: &mut Case, body: &Body, say: &Say) -> Result<MessageId> {
        self.allow(Permission::Note, case)?;
        let message = self.write(case, MessageKind::Note, body, &say.attachments).await?;
        let ticket = case.ticket.id;
        let mut mentions = say.mentions.clone();
        mentions.sort_unstable();
        mentions.dedup();
        for agent in &mentions {
            self.must_exist(*agent).await?;
            participants::set_follows(&mut self.tx, ticket, *agent, true).await?;
        }
        self.record(ticket, What::NoteAdded { message, mentions });
        Ok(message)
    }

    pub(crate) async fn write(
        &mut self,
        case: &Case,
        kind: MessageKind,
        body: &Body,
        attachments: &[AttachmentId],
    ) -> Result<MessageId> {
        let ticket = case.ticket.id;
        let author = match self.actor {
            Actor::Agent(agent) => Author::Agent(agent.id),
            Actor::Customer(id) | Actor::Link { customer: id, .. } => Author::Customer(*id),
            Actor::Partner(_) | Actor::Visitor | Actor::System => Author::System,
        };
        let message = NewMessage { ticket, author, kind, body, at: self.now, also: "" };
        let id = messages::insert(&mut self.tx, &message).await?;
        self.attach(ticket, id, attachments, &[]).await?;
        if let Author::Agent(agent) = author {
            self.join(ticket, agent, TakesPart::Asked).await?;
            store::drafts::forget(&mut self.tx, ticket, agent, kind).await?;
        }
        Ok(id)
    }

    async fn follow_up(&mut self, case: &mut Case, then: Then) -> Result<()> {
        match then {
            Then::Nothing => Ok(()),
            Then::Wait(plan) => {
                self.allow(Permission::Wait, case)?;
                self.wait(case, plan).await
            }
            Then::Resolve(code) => {
                self.may_end(case)?;
                self.end(case, Ending { code, note: None }).await
            }
        }
    }

    async fn nothing_new_since(&mut self, case: &Case, seen: Option<MessageId>) -> Result<()> {
        let Some(seen) = seen else { return Ok(()) };
        match messages::newest_from_customer(&mut self.tx, case.ticket.id).await? {
            Some(newest) if newest > seen => Err(DeskError::NewMessage { newest }),
            _ => Ok(()),
        }
    }

    async fn take_unclaimed(&mut self, case: &mut Case) -> Result<()> {
        let Some(me) = self.actor.agent().map(|agent| agent.id) else { return Ok(()) };
        let unclaimed: Option<TaskId> = case
            .open_tasks()
            .find(|task| task.handler.is_none() && task.state.is_actionable())
            .filter(|task| task.kind == TaskKind::Step)
            .map(|task| task.id);
        let Some(task) = unclaimed else { return Ok(()) };
        if self.allow(Permission::Claim, case).is_err() {
            return Ok(());
        }
        let step = case.task(task).map(|task| task.step.clone());
        let step = step.ok_or(DeskError::NotFound)?;
        self.record(case.ticket.id, What::TaskClaimed { task, step });
        self.take(case, task, me).await
    }
}
