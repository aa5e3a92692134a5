//! Merging, splitting and linking tickets.

use domain::actor::{Actor, Permission};
use domain::due::Clocks;
use domain::event::What;
use domain::id::{MessageId, TicketId};
use domain::invalid::Flaw;
use domain::message::MessageKind;
use domain::state::{TicketAct, TicketState};
use domain::text::Subject;
use domain::ticket::{LinkKind, Ticket};
use store::links;
use store::messages::{self, NewMessage};

use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

impl Desk {
    /// `from` goes on in `into`: its story stays readable there by a link, its tasks end.
    pub async fn merge(&self, actor: &Actor, from: TicketId, into: TicketId) -> Result<()> {
        if from == into {
            return Err(DeskError::invalid("into", Flaw::NotAChoice));
        }
        let mut work = self.work(actor).await?;
        let (mut source, target) = work.two_cases(from, into).await?;
        work.may_close(&source).await?;
        if target.ticket.state.is_final() {
            return Err(DeskError::NotNow(target.ticket.state.as_str()));
        }

        source.act(TicketAct::Merge)?;
        source.ticket.merged_into = Some(into);
        source.ticket.closed_at = Some(work.now);
        source.ticket.wait = None;
        work.cancel_tasks(&mut source)?;
        store::business_refs::share(&mut work.tx, from, into).await?;
        work.record(from, What::TicketMerged { into });
        work.record(into, What::MergedFrom { ticket: from });
        work.save(source).await?;
        work.save(target).await?;
        work.commit().await
    }

    /// A second matter in one message becomes a ticket of its own, linked to this one.
    pub async fn split(
        &self,
        actor: &Actor,
        ticket: TicketId,
        message: MessageId,
        subject: String,
    ) -> Result<TicketId> {
        let subject = Subject::try_from(subject);
        let subject = subject.map_err(|flaw| DeskError::invalid("subject", flaw))?;
        let mut work = self.work(actor).await?;
        let case = work.case(ticket).await?;
        work.allow(Permission::Arrange, &case)?;
        let said = messages::find(&mut work.tx, message).await?;
        let said = said
            .filter(|said| said.ticket == ticket && said.kind == MessageKind::PublicReply)
            .ok_or_else(|| DeskError::invalid("message", Flaw::Unknown))?;

        let part = work.part_of(&case.ticket, subject)?;
        let mut part = work.create(part).await?;
        let new = part.ticket.id;
        let also = part.ticket.subject.to_string();
        let copy = NewMessage {
            ticket: new,
            author: said.author,
            kind: said.kind,
            body: &said.body,
            at: work.now,
            also: &also,
        };
        let message = messages::insert(&mut work.tx, &copy).await?;
        let (channel, category) = (part.ticket.channel, part.ticket.category);
        work.record(new, What::TicketCreated { channel, category, message });
        work.record(new, What::SplitFrom { ticket });
        work.record(ticket, What::TicketSplit { into: new });
        links::add(&mut work.tx, ticket, new, LinkKind::Related).await?;
        work.start(&mut part).await?;
        work.save(part).await?;
        work.save(case).await?;
        work.commit().await?;
        Ok(new)
    }

    pub async fn link(
        &self,
        actor: &Actor,
        from: TicketId,
        to: TicketId,
        kind: LinkKind,
    ) -> Result<()> {
        if from == to {
            return Err(DeskError::invalid("to", Flaw::NotAChoice));
        }
        let mut work = self.work(actor).await?;
        let (source, target) = work.two_cases(from, to).await?;

        if links::add(&mut work.tx, from, to, kind).await? {
            work.record(from, What::TicketLinked { to, link: kind });
        }
        work.save(source).await?;
        work.save(target).await?;
        work.commit().await
    }

    pub async fn unlink(
        &self,
        actor: &Actor,
        from: TicketId,
        to: TicketId,
        kind: LinkKind,
    ) -> Result<()> {
        let mut work = self.work(actor).await?;
        let case = work.case(from).await?;
        work.allow(Permission::Arrange, &case)?;

        if !links::remove(&mut work.tx, from, to, kind).await? {
            return Err(DeskError::NotFound);
        }
        work.record(from, What::TicketUnlinked { to, link: kind });
        work.save(case).await?;
        work.commit().await
    }
}

impl Work<'_> {
    /// Two cases the actor may arrange, locked in the order of their ids: two merges in opposite
    /// directions come one after the other, and the second finds what the first did.
    async fn two_cases(&mut self, one: TicketId, other: TicketId) -> Result<(Case, Case)> {
        let first = self.case(one.min(other)).await?;
        let second = self.case(one.max(other)).await?;
        self.allow(Permission::Arrange, &first)?;
        self.allow(Permission::Arrange, &second)?;
        Ok(if one < other { (first, second) } else { (second, first) })
    }

    /// A new ticket beside an old one: same customer, same category, its own promises and life.
    fn part_of(&self, whole: &Ticket, subject: Subject) -> Result<Ticket> {
        let leaf = self.catalogue.tree.get(whole.category).and_then(|category| category.leaf);
        let targets = leaf.ok_or(DeskError::NotFound)?.targets;
        Ok(Ticket {
            id: TicketId(0),
            trigger: self.trigger(),
            subject,
            owner: None,
            state: TicketState::Submitted,
            clocks: Clocks::start(targets, self.now),
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
            supervised: 0,
            stuck: false,
            created_at: self.now,
            updated_at: self.now,
            ..whole.clone()
        })
    }
}
