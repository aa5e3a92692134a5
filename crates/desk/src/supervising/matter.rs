//! One supervision in hand: what it takes to decide about it and to write what became of it.

use domain::actor::{Actor, AgentActor, Permission};
use domain::event::{By, What};
use domain::id::{DepartmentId, SupervisionId, TicketId};
use domain::job::Job;
use domain::org::Department;
use domain::supervision::{Ladder, Party, Supervision, SupervisionAct};
use store::people::{agents, departments};
use store::supervisions::{self, counts, targets};
use store::{Tx, jobs};

use crate::boards::ZONE;
use crate::error::allow;
use crate::pages::only_readable;
use crate::work::Work;
use crate::{DeskError, Result};

pub(super) struct Matter {
    pub supervision: Supervision,
    /// In the order in which tickets are locked.
    pub tickets: Vec<TicketId>,
    tree: Vec<Department>,
    issuer_home: DepartmentId,
}

impl Matter {
    pub(crate) async fn of(tx: &mut Tx, supervision: Supervision) -> Result<Self> {
        let issuer = agents::find(tx, supervision.issuer).await?.ok_or(DeskError::NotFound)?;
        Ok(Self {
            tickets: targets::of(tx, supervision.id).await?,
            tree: departments::all(tx).await?,
            issuer_home: issuer.department,
            supervision,
        })
    }

    pub const fn ladder(&self) -> Ladder<'_> {
        Ladder(self.tree.as_slice())
    }

    /// The same matter a step further.
    pub fn after(self, supervision: Supervision) -> Self {
        Self { supervision, ..self }
    }

    /// Passes whoever may do this, whatever its state.
    pub fn allow(&self, act: SupervisionAct, me: &AgentActor) -> Result<()> {
        let granted = me.grants.scope(needed(act)).is_some();
        let who = party(me);
        allow(granted && self.supervision.may(act, &who, self.issuer_home, self.ladder()))
    }

    /// Whoever reads none of its tickets and answers for none of its departments is told that there
    /// is no such supervision.
    pub(super) async fn must_be_seen_by(&self, tx: &mut Tx, actor: &Actor) -> Result<()> {
        let me = actor.agent().ok_or(DeskError::NotFound)?;
        let Supervision { id, issuer, department, answerable, .. } = self.supervision;
        let reads = me.grants.scope(Permission::ReadTickets).is_some();
        let concerned = issuer == me.id
            || me.departments.contains(&department)
            || self.ladder().leader(answerable) == Some(me.id);
        if reads && concerned {
            return Ok(());
        }
        let most = i64::try_from(super::MOST).unwrap_or(i64::MAX);
        let found = targets::first(tx, &[id], most).await?.remove(&id).unwrap_or_default();
        let reads_one = !only_readable(tx, actor, found).await?.is_empty();
        if reads_one { Ok(()) } else { Err(DeskError::NotFound) }
    }
}

pub(super) fn party(me: &AgentActor) -> Party {
    let supervises = me.grants.scope(Permission::Supervise);
    Party { id: me.id, home: me.home, supervises }
}

/// What a role, or a token, must allow besides. To answer is to write something inside the house.
pub(super) const fn needed(act: SupervisionAct) -> Permission {
    match act {
        SupervisionAct::Acknowledge | SupervisionAct::Report => Permission::Note,
        SupervisionAct::Lift | SupervisionAct::Miss | SupervisionAct::Escalate => {
            Permission::Supervise
        }
    }
}

impl Work<'_> {
    /// Locks a supervision. Its tickets are locked after it, never before.
    pub(super) async fn matter(&mut self, id: SupervisionId) -> Result<Matter> {
        let found = supervisions::lock(&mut self.tx, id).await?.ok_or(DeskError::NotFound)?;
        Matter::of(&mut self.tx, found).await
    }

    /// What an act of somebody in the house begins with: it is there for them, and theirs to do.
    pub(super) async fn matter_for(
        &mut self,
        actor: &Actor,
        act: SupervisionAct,
        id: SupervisionId,
    ) -> Result<Matter> {
        let me = actor.agent().ok_or(DeskError::Forbidden)?;
        let matter = self.matter(id).await?;
        matter.must_be_seen_by(&mut self.tx, actor).await?;
        matter.allow(act, me)?;
        Ok(matter)
    }

    /// Writes what became of a supervision, and says so on each of its tickets.
    pub(super) async fn settle(
        &mut self,
        matter: &Matter,
        after: &Supervision,
        by: By,
        what: &What,
    ) -> Result<()> {
        supervisions::update(&mut self.tx, after).await?;
        self.follow_through(Some(&matter.supervision), after).await?;
        for ticket in &matter.tickets {
            self.record_by(*ticket, by, what.clone());
        }
        Ok(())
    }

    /// The board's numbers move, and somebody will look when the next thing is due.
    pub(super) async fn follow_through(
        &mut self,
        before: Option<&Supervision>,
        after: &Supervision,
    ) -> Result<()> {
        counts::moved(&mut self.tx, before, after, ZONE).await?;
        if let Some(due_at) = after.due_at
            && before.and_then(|before| before.due_at) != Some(due_at)
        {
            let job = Job::Supervise { supervision: after.id };
            jobs::push(&mut self.tx, &job, due_at).await?;
        }
        Ok(())
    }
}
