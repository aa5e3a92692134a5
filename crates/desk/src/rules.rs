//! What the desk does by itself, in one place to look at. Each is set where it is done.

use domain::actor::{Actor, Permission};
use domain::category::Category;
use domain::rules::{LeafRule, Rules};

use crate::error::allow;
use crate::{Desk, Result};

impl Desk {
    pub async fn rules(&self, actor: &Actor) -> Result<Rules> {
        allow(actor.may_ever(Permission::Administer))?;
        let catalogue = self.catalogue().await?;
        let tree = &catalogue.tree;
        let rule = |leaf: &Category| LeafRule {
            id: leaf.id,
            path: tree.path_names(leaf.id),
            people_only: tree.is_people_only(leaf.id),
        };
        let mut tx = self.store.read().await?;
        Ok(Rules {
            archive_after: crate::archiving::after(&mut tx).await?,
            stuck: crate::stuck::thresholds(&mut tx).await?,
            leaves: tree.leaves().map(rule).collect(),
        })
    }
}
