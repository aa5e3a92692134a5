//! What people may know and say of themselves.

use domain::actor::{Actor, Permission};
use domain::customer::Customer;
use domain::org::GroupName;
use domain::page::Me;
use store::customers;
use store::people::{agents, groups};

use crate::error::DeskError;
use crate::{Desk, Result};

impl Desk {
    pub async fn me(&self, actor: &Actor) -> Result<Me> {
        let me = actor.agent().ok_or(DeskError::SignedOut)?;
        let mut tx = self.store.read().await?;
        let agent = agents::find(&mut tx, me.id).await?.ok_or(DeskError::SignedOut)?;
        let mine = groups::all(&mut tx).await?.into_iter().filter(|it| me.groups.contains(&it.id));
        let may = |permission: &Permission| me.grants.scope(*permission).is_some();
        Ok(Me {
            id: me.id,
            name: agent.name,
            login: agent.login,
            groups: mine.map(|it| GroupName { id: it.id, name: it.name }).collect(),
            permissions: Permission::ALL.into_iter().filter(may).collect(),
            available: agent.available,
        })
    }

    /// Takes work now, or is away and gets none unasked.
    pub async fn set_available(&self, actor: &Actor, available: bool) -> Result<()> {
        let me = actor.agent().ok_or(DeskError::SignedOut)?;
        let mut tx = self.store.begin().await?;
        agents::set_available(&mut tx, me.id, available).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The signed-in customer's own name and contact, to fill the filing form.
    pub async fn my_profile(&self, actor: &Actor) -> Result<Customer> {
        let Actor::Customer(id) = actor else { return Err(DeskError::SignedOut) };
        let mut tx = self.store.read().await?;
        customers::find(&mut tx, *id).await?.ok_or(DeskError::SignedOut)
    }
}
