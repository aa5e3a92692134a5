//! Reading the catalogue, for every door.

use std::collections::BTreeSet;

use domain::actor::Actor;
use domain::category::CategoryTree;
use domain::channel::Channel;
use domain::field::Field;
use domain::id::{CategoryId, GroupId};
use domain::org::{Agent, GroupName, Membership};
use domain::page::{Colleague, Whom};
use store::catalogue::{categories, channels, fields};
use store::people::{agents, groups};

use crate::error::{DeskError, allow};
use crate::{Desk, Result};

impl Desk {
    /// The part of the tree that may be filed through `channel`.
    pub async fn categories(&self, channel: &str) -> Result<CategoryTree> {
        let mut tx = self.store.read().await?;
        let channel = channels::by_key(&mut tx, channel).await?.ok_or(DeskError::NotFound)?;
        Ok(offered(categories::tree(&mut tx).await?, &channel))
    }

    /// The form of a leaf.
    pub async fn form(&self, category: CategoryId) -> Result<Vec<Field>> {
        let mut tx = self.store.read().await?;
        let tree = categories::tree(&mut tx).await?;
        if !tree.leaves().any(|leaf| leaf.id == category) {
            return Err(DeskError::NotFound);
        }
        Ok(fields::of_category(&mut tx, category).await?)
    }

    pub async fn groups(&self, actor: &Actor) -> Result<Vec<GroupName>> {
        inside(actor)?;
        let mut tx = self.store.read().await?;
        let all = groups::all(&mut tx).await?;
        Ok(all.into_iter().map(|it| GroupName { id: it.id, name: it.name }).collect())
    }

    /// Whom one can ask besides groups and colleagues.
    pub async fn whom(&self, actor: &Actor) -> Result<Whom> {
        inside(actor)?;
        let catalogue = self.catalogue().await?;
        let mut tx = self.store.read().await?;
        let partners = store::partners::all(&mut tx).await?;
        let led = catalogue.departments.values().filter(|it| it.leader.is_some());
        let mut departments: Vec<_> = led.map(|it| (it.id, it.name.clone())).collect();
        departments.sort();
        let partners = partners.into_iter().filter(|partner| partner.active).collect();
        Ok(Whom { departments, partners })
    }

    pub async fn colleagues(&self, actor: &Actor) -> Result<Vec<Colleague>> {
        inside(actor)?;
        let mut tx = self.store.read().await?;
        let memberships = groups::memberships(&mut tx).await?;
        let loads = agents::loads(&mut tx).await?;
        let load = |agent: &Agent| loads.get(&agent.id).copied().unwrap_or_default();
        let agents = agents::active(&mut tx).await?;
        Ok(agents.into_iter().map(|it| colleague(load(&it), it, &memberships)).collect())
    }
}

/// A channel that names branches or leaves offers these, what is below them, and the way there.
pub(crate) fn offered(tree: CategoryTree, channel: &Channel) -> CategoryTree {
    if channel.is_open_to_all() {
        return tree;
    }
    let named = |id: &CategoryId| channel.categories.contains(id);
    let mut kept: BTreeSet<CategoryId> = BTreeSet::new();
    for category in &tree.0 {
        let path: Vec<CategoryId> = tree.path(category.id).iter().map(|it| it.id).collect();
        if path.iter().any(named) {
            kept.extend(path);
        }
    }
    CategoryTree(tree.0.into_iter().filter(|it| kept.contains(&it.id)).collect())
}

fn colleague(load: i64, agent: Agent, memberships: &[Membership]) -> Colleague {
    let of_agent = memberships.iter().filter(|it| it.agent == agent.id);
    let groups: Vec<GroupId> = of_agent.map(|it| it.group).collect();
    Colleague { id: agent.id, name: agent.name, available: agent.available, groups, load }
}

fn inside(actor: &Actor) -> Result<()> {
    match actor {
        // Whoever was granted nothing answers what they are asked, and need not know by whom else.
        Actor::Agent(agent) => allow(!agent.grants.0.is_empty()),
        Actor::System => Ok(()),
        Actor::Customer(_) | Actor::Link { .. } | Actor::Partner(_) => Err(DeskError::Forbidden),
        Actor::Visitor => Err(DeskError::SignedOut),
    }
}
