//! Calculators: declared by administrators, published in versions, run in tickets (E-05).

use domain::actor::{Actor, Permission};
use domain::calculator::{CalculatorDef, CalculatorLine, CalculatorPage, FieldChoice};
use domain::category::CategoryTree;
use domain::field::Field;
use domain::id::{CalculatorId, CategoryId};
use domain::invalid::Flaw;
use domain::text::{Name, Reason};
use store::calculators::{self, Kept, NewVersion};

use crate::error::{DeskError, allow, sound};
use crate::remembered::Catalogue;
use crate::{Desk, Result};

mod offering;
mod running;

impl Desk {
    pub async fn calculators(&self, actor: &Actor) -> Result<Vec<CalculatorLine>> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.read().await?;
        let mut lines = Vec::new();
        for kept in calculators::all(&mut tx).await? {
            let newest = match kept.version {
                Some(version) => calculators::version(&mut tx, kept.id, version).await?,
                None => None,
            };
            lines.push(line(kept, newest));
        }
        Ok(lines)
    }

    pub async fn calculator(&self, actor: &Actor, id: CalculatorId) -> Result<CalculatorPage> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.read().await?;
        let kept = calculators::find(&mut tx, id).await?.ok_or(DeskError::NotFound)?;
        let versions = calculators::versions(&mut tx, id).await?;
        let Kept { id, enabled, draft, revision, version: _ } = kept;
        Ok(CalculatorPage { id, enabled, revision, draft, versions })
    }

    /// A draft with a name, and for the rest whatever there is of it.
    pub async fn create_calculator(
        &self,
        actor: &Actor,
        draft: CalculatorDef,
    ) -> Result<CalculatorId> {
        allow(actor.may_ever(Permission::Administer))?;
        let draft = keepable(draft)?;
        let mut tx = self.store.begin().await?;
        let id = calculators::insert(&mut tx, &draft).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Keeps a draft. Whoever saw an older `revision` is told that somebody else was faster.
    pub async fn save_calculator(
        &self,
        actor: &Actor,
        id: CalculatorId,
        revision: i64,
        draft: CalculatorDef,
    ) -> Result<CalculatorPage> {
        allow(actor.may_ever(Permission::Administer))?;
        let draft = keepable(draft)?;
        let mut tx = self.store.begin().await?;
        calculators::find(&mut tx, id).await?.ok_or(DeskError::NotFound)?;
        if !calculators::save_draft(&mut tx, id, revision, &draft).await? {
            return Err(DeskError::Conflict);
        }
        tx.commit().await?;
        self.calculator(actor, id).await
    }

    /// Makes the draft the version tickets are offered from now on. One that has a flaw, or whose
    /// examples come out differently, is refused with all reasons; what is stored keeps its
    /// version.
    pub async fn publish_calculator(
        &self,
        actor: &Actor,
        id: CalculatorId,
        revision: i64,
        note: Option<String>,
    ) -> Result<CalculatorPage> {
        allow(actor.may_ever(Permission::Administer))?;
        let note = note.filter(|note| !note.trim().is_empty()).map(Reason::try_from).transpose();
        let note = note.map_err(|flaw| DeskError::invalid("note", flaw))?;
        let catalogue = self.catalogue().await?;
        let mut tx = self.store.begin().await?;
        let kept = calculators::find(&mut tx, id).await?.ok_or(DeskError::NotFound)?;
        if kept.revision != revision {
            return Err(DeskError::Conflict);
        }
        publishable(&kept.draft, &catalogue)?;
        let version = NewVersion {
            calculator: id,
            version: kept.version.unwrap_or_default() + 1,
            def: &kept.draft,
            note: note.as_ref().map(Reason::as_str),
            by: actor.agent().map(|agent| agent.id),
            at: self.clock.now(),
        };
        calculators::publish(&mut tx, version).await?;
        // Two administrators who publish the same draft make one version of it.
        if !calculators::save_draft(&mut tx, id, revision, &kept.draft).await? {
            return Err(DeskError::Conflict);
        }
        tx.commit().await?;
        self.calculator(actor, id).await
    }

    /// Tickets are offered it no longer, or again; what was calculated with it stays.
    pub async fn offer_calculator(
        &self,
        actor: &Actor,
        id: CalculatorId,
        offered: bool,
    ) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.begin().await?;
        calculators::find(&mut tx, id).await?.ok_or(DeskError::NotFound)?;
        calculators::set_enabled(&mut tx, id, offered).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What inputs and results can be tied to under these categories: each key of their forms
    /// once. No category is every category.
    pub async fn field_choices(
        &self,
        actor: &Actor,
        categories: &[CategoryId],
    ) -> Result<Vec<FieldChoice>> {
        allow(actor.may_ever(Permission::Administer))?;
        let catalogue = self.catalogue().await?;
        let mut choices: Vec<FieldChoice> = Vec::new();
        for Field { key, label, kind, .. } in forms(&catalogue, categories) {
            if choices.iter().all(|known| known.key != key) {
                choices.push(FieldChoice { key, label, kind });
            }
        }
        choices.sort_by(|one, other| one.key.cmp(&other.key));
        Ok(choices)
    }
}

fn line(kept: Kept, newest: Option<CalculatorDef>) -> CalculatorLine {
    let Kept { id, enabled, draft, revision: _, version } = kept;
    CalculatorLine {
        id,
        version,
        enabled,
        draft: newest.as_ref() != Some(&draft),
        name: draft.name,
        hint: draft.hint,
    }
}

/// A draft may lack anything but a name, and has to fit a page.
fn keepable(draft: CalculatorDef) -> Result<CalculatorDef> {
    let mut flaws = draft.oversized();
    if let Err(Flaw::Blank) = Name::try_from(draft.name.as_str()) {
        flaws.add("name", Flaw::Blank);
    }
    sound(flaws)?;
    Ok(draft)
}

fn publishable(draft: &CalculatorDef, catalogue: &Catalogue) -> Result<()> {
    let mut flaws = draft.check();
    if draft.categories.iter().any(|id| catalogue.tree.get(*id).is_none()) {
        flaws.add("categories", Flaw::Unknown);
    }
    flaws.0.extend(draft.check_ties(&forms(catalogue, &draft.categories)).0);
    sound(flaws)
}

/// The fields of every leaf at or below these categories.
fn forms(catalogue: &Catalogue, categories: &[CategoryId]) -> Vec<Field> {
    let below = |leaf: &CategoryId| {
        categories.is_empty()
            || ids(&catalogue.tree, *leaf).iter().any(|it| categories.contains(it))
    };
    let leaves = catalogue.tree.0.iter().map(|category| category.id).filter(below);
    leaves.flat_map(|leaf| catalogue.form(leaf).iter().cloned()).collect()
}

/// A category with all above it.
fn ids(tree: &CategoryTree, category: CategoryId) -> Vec<CategoryId> {
    tree.path(category).iter().map(|part| part.id).collect()
}
