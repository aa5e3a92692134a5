//! Making flows: a draft is saved as often as one likes, and published once it is sound.

mod choices;
mod file;
mod looking;

use domain::actor::{Actor, Permission};
use domain::flow::Flow;
use domain::flow::check::Problem;
use domain::flow::kind::StepKind;
use domain::flow::owner::OwnerRule;
use domain::flow::page::Choices;
use domain::id::{CategoryId, FlowId, FlowVersionId};
use domain::invalid::{Flaw, Flaws};
use domain::text::Name;
use store::catalogue::categories;
use store::catalogue::flows::{self, FlowRow, Publication};

use crate::error::{allow, sound};
use crate::tasks::optional_reason;
use crate::{Desk, DeskError, Result};

/// More would not be a flow anybody understands.
const MOST_STEPS: usize = 60;

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
        let by = actor.agent().map(|agent| agent.id);
        flows::save_draft(&mut tx, id, Some(&Flow::standard()), by, self.clock.now()).await?;
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
        allow(actor.may_ever(Permission::Administer))?;
        if draft.as_ref().is_some_and(|draft| draft.steps.len() > MOST_STEPS) {
            return Err(DeskError::invalid("steps", Flaw::TooMany { max: MOST_STEPS }));
        }
        let mut tx = self.store.begin().await?;
        flows::find(&mut tx, flow).await?.ok_or(DeskError::NotFound)?;
        let by = actor.agent().map(|agent| agent.id);
        flows::save_draft(&mut tx, flow, draft.as_ref(), by, self.clock.now()).await?;
        tx.commit().await?;
        match draft {
            None => Ok(Vec::new()),
            Some(draft) => self.problems_of(&draft, flow).await,
        }
    }

    /// Makes the draft what new tickets begin with. Running tickets keep their version.
    pub async fn publish_flow(
        &self,
        actor: &Actor,
        flow: FlowId,
        note: Option<String>,
    ) -> Result<FlowVersionId> {
        allow(actor.may_ever(Permission::Administer))?;
        let note = optional_reason("note", note)?;
        let known = self.flow_row(flow).await?;
        let draft = known.draft.ok_or(DeskError::NotNow("published"))?;
        if !self.problems_of(&draft, flow).await?.is_empty() {
            return Err(DeskError::invalid("flow", Flaw::NotOffered));
        }
        let mut tx = self.store.begin().await?;
        let by = actor.agent().map(|agent| agent.id);
        let new = Publication { flow: &draft, note: note.as_deref(), by, at: self.clock.now() };
        let version = flows::publish(&mut tx, flow, new).await?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(version)
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

    pub(crate) async fn flow_row(&self, flow: FlowId) -> Result<FlowRow> {
        let mut tx = self.store.read().await?;
        flows::find(&mut tx, flow).await?.ok_or(DeskError::NotFound)
    }

    /// What is wrong with the flow itself, and what it names that the desk does not have.
    async fn problems_of(&self, draft: &Flow, flow: FlowId) -> Result<Vec<Problem>> {
        let mut problems = draft.problems();
        let choices = self.choices(flow).await?;
        for step in &draft.steps {
            let key = step.key.clone();
            if !is_there(&step.owner, &choices) {
                problems.push(Problem::NoOwner { step: key.clone() });
            }
            let unknown = step.fields.iter().filter(|it| !has(&choices.fields, &it.key));
            problems.extend(
                unknown.map(|field| Problem::NoSuchField {
                    step: key.clone(),
                    field: field.key.clone(),
                }),
            );
            if let StepKind::Action(call) = &step.kind
                && !has(&choices.actions, &format!("{}.{}", call.connector, call.operation))
            {
                let (connector, operation) = (call.connector.clone(), call.operation.clone());
                problems.push(Problem::NoSuchAction { step: key, connector, operation });
            }
        }
        Ok(problems)
    }
}

fn has(choices: &[(String, String)], word: &str) -> bool {
    choices.iter().any(|(known, _)| known == word)
}

/// A department without a leader has nobody who could get the task.
fn is_there(owner: &OwnerRule, choices: &Choices) -> bool {
    match owner {
        OwnerRule::Group { group } => has(&choices.groups, &group.to_string()),
        OwnerRule::Department { department } => has(&choices.departments, &department.to_string()),
        OwnerRule::Role { role } => has(&choices.roles, role),
        OwnerRule::Person { agent } => has(&choices.people, &agent.to_string()),
        OwnerRule::Partner { partner } => has(&choices.partners, &partner.to_string()),
        OwnerRule::PartnerInField { field } => has(&choices.fields, field),
        OwnerRule::Queue
        | OwnerRule::Branch
        | OwnerRule::Requester
        | OwnerRule::PreviousHandler
        | OwnerRule::HandlerOf { .. }
        | OwnerRule::TicketOwner
        | OwnerRule::Superior
        | OwnerRule::Desk => true,
    }
}
