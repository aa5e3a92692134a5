//! Making flows: a draft is saved as often as one likes, and published once it is sound.

mod choices;
mod file;
mod looking;

use domain::actor::{Actor, Permission};
use domain::flow::Flow;
use domain::flow::check::Problem;
use domain::flow::page::Saved;
use domain::id::{CategoryId, FlowId, FlowVersionId};
use domain::invalid::{Flaw, Flaws};
use domain::text::Name;
use domain::time::{Span, Timestamp};
use store::catalogue::categories;
use store::catalogue::flows::{self, FlowRow, Publication};

use choices::leaves_of;

use crate::error::{allow, sound};
use crate::tasks::optional_reason;
use crate::{Desk, DeskError, Result};

/// Which state of a draft somebody means.
#[derive(Clone, Copy)]
enum Seen {
    /// However it is.
    Whatever,
    /// As it was saved then.
    At(Option<Timestamp>),
}

impl Seen {
    fn fits(self, saved_at: Option<Timestamp>) -> Result<()> {
        match self {
            Self::At(seen) if seen != saved_at => Err(DeskError::Conflict),
            Self::At(_) | Self::Whatever => Ok(()),
        }
    }
}

impl Desk {
    /// A new flow, with the standard one as its first draft.
    pub async fn create_flow(&self, actor: &Actor, name: &str) -> Result<FlowId> {
        allow(actor.may_ever(Permission::Administer))?;
        let name = Name::try_from(name).map_err(|flaw| DeskError::invalid("name", flaw))?;
        let mut tx = self.store.begin().await?;
        if flows::all(&mut tx).await?.iter().any(|known| known.name == name.as_str()) {
            return Err(DeskError::invalid("name", Flaw::Taken));
        }
        let id = flows::insert(&mut tx, name.as_str()).await?;
        let new = flows::find(&mut tx, id).await?.ok_or(DeskError::NotFound)?;
        let by = actor.agent().map(|agent| agent.id);
        flows::save_draft(&mut tx, &new, Some(&Flow::standard()), by, self.clock.now()).await?;
        tx.commit().await?;
        Ok(id)
    }

    pub async fn rename_flow(&self, actor: &Actor, flow: FlowId, name: &str) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let name = Name::try_from(name).map_err(|flaw| DeskError::invalid("name", flaw))?;
        let mut tx = self.store.begin().await?;
        flows::find(&mut tx, flow).await?.ok_or(DeskError::NotFound)?;
        let taken = flows::all(&mut tx).await?;
        if taken.iter().any(|known| known.id != flow && known.name == name.as_str()) {
            return Err(DeskError::invalid("name", Flaw::Taken));
        }
        flows::rename(&mut tx, flow, name.as_str()).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Keeps a draft, sound or not. `None` goes back to what is published.
    pub async fn save_flow(
        &self,
        actor: &Actor,
        flow: FlowId,
        draft: Option<Flow>,
    ) -> Result<Vec<Problem>> {
        let saved = self.keep_draft(actor, flow, draft, Seen::Whatever).await?;
        Ok(saved.problems)
    }

    /// The same, unless somebody else saved or published after `seen`: the second is told.
    pub async fn save_flow_seen(
        &self,
        actor: &Actor,
        flow: FlowId,
        draft: Option<Flow>,
        seen: Option<Timestamp>,
    ) -> Result<Saved> {
        self.keep_draft(actor, flow, draft, Seen::At(seen)).await
    }

    /// Makes the draft what new tickets begin with. Running tickets keep their version.
    pub async fn publish_flow(
        &self,
        actor: &Actor,
        flow: FlowId,
        note: Option<String>,
    ) -> Result<FlowVersionId> {
        self.make_version(actor, flow, note, Seen::Whatever).await
    }

    /// The same, unless somebody else saved or published after `seen`: nobody publishes what they
    /// have not looked at.
    pub async fn publish_flow_seen(
        &self,
        actor: &Actor,
        flow: FlowId,
        note: Option<String>,
        seen: Option<Timestamp>,
    ) -> Result<FlowVersionId> {
        self.make_version(actor, flow, note, Seen::At(seen)).await
    }

    /// From now on tickets of these leaves begin with the flow (B-15).
    pub async fn run_flow_in(
        &self,
        actor: &Actor,
        flow: FlowId,
        leaves: &[CategoryId],
    ) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.begin().await?;
        let known = flows::find(&mut tx, flow).await?.ok_or(DeskError::NotFound)?;
        known.current.ok_or(DeskError::NotNow("draft"))?;
        let tree = categories::tree(&mut tx).await?;
        let mut flaws = Flaws::default();
        for leaf in leaves {
            if tree.get(*leaf).is_none_or(|category| category.leaf.is_none()) {
                flaws.add("categories", Flaw::NotAChoice);
            }
            categories::set_flow(&mut tx, *leaf, flow).await?;
        }
        sound(flaws)?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(())
    }

    async fn keep_draft(
        &self,
        actor: &Actor,
        flow: FlowId,
        draft: Option<Flow>,
        seen: Seen,
    ) -> Result<Saved> {
        allow(actor.may_ever(Permission::Administer))?;
        sound(draft.as_ref().map(Flow::oversized).unwrap_or_default())?;
        let mut tx = self.store.begin().await?;
        let known = flows::find(&mut tx, flow).await?.ok_or(DeskError::NotFound)?;
        seen.fits(known.saved_at)?;
        let by = actor.agent().map(|agent| agent.id);
        let at = later(self.clock.now(), known.saved_at);
        let kept = flows::save_draft(&mut tx, &known, draft.as_ref(), by, at).await?;
        kept.then_some(()).ok_or(DeskError::Conflict)?;
        tx.commit().await?;
        let problems = match draft {
            None => Vec::new(),
            Some(draft) => self.problems_of(&draft, flow).await?,
        };
        Ok(Saved { at: Some(at), problems })
    }

    async fn make_version(
        &self,
        actor: &Actor,
        flow: FlowId,
        note: Option<String>,
        seen: Seen,
    ) -> Result<FlowVersionId> {
        allow(actor.may_ever(Permission::Administer))?;
        let note = optional_reason("note", note)?;
        let known = self.flow_row(flow).await?;
        seen.fits(known.saved_at)?;
        let draft = known.draft.as_ref().ok_or(DeskError::NotNow("published"))?;
        if !self.problems_of(draft, flow).await?.is_empty() {
            return Err(DeskError::invalid("flow", Flaw::NotOffered));
        }
        let mut tx = self.store.begin().await?;
        let by = actor.agent().map(|agent| agent.id);
        let at = later(self.clock.now(), known.saved_at);
        let new = Publication { flow: draft, note: note.as_deref(), by, at };
        let version = flows::publish(&mut tx, &known, new).await?.ok_or(DeskError::Conflict)?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(version)
    }

    /// From now on tickets of these leaves, and of no others, begin with the flow. Leaves it has
    /// lost run the standard one; that one is never taken away.
    pub async fn run_flow_only_in(
        &self,
        actor: &Actor,
        flow: FlowId,
        leaves: &[CategoryId],
    ) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        self.run_flow_in(actor, flow, leaves).await?;
        let mut tx = self.store.begin().await?;
        for lost in leaves_of(&mut tx, flow).await? {
            if !leaves.contains(&lost) {
                categories::set_flow(&mut tx, lost, flows::STANDARD).await?;
            }
        }
        tx.commit().await?;
        self.remembered.forget();
        Ok(())
    }

    pub(crate) async fn flow_row(&self, flow: FlowId) -> Result<FlowRow> {
        let mut tx = self.store.read().await?;
        flows::find(&mut tx, flow).await?.ok_or(DeskError::NotFound)
    }

    /// What is wrong with the flow itself, and what it names that the desk does not have.
    async fn problems_of(&self, draft: &Flow, flow: FlowId) -> Result<Vec<Problem>> {
        Ok(draft.problems_among(&self.choices(flow).await?))
    }
}

/// Later than whatever was there before, so that it tells the two apart.
fn later(now: Timestamp, before: Option<Timestamp>) -> Timestamp {
    before.map_or(now, |before| now.max(before + Span(1)))
}
