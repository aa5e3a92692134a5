//! Arranging who works here: departments, groups, roles.

use domain::actor::{Actor, Permission};
use domain::customer::Region;
use domain::id::{DepartmentId, GroupId, RoleId};
use domain::invalid::Flaw;
use domain::org::{Department, Group, Membership};
use store::people::{agents, departments, groups, roles};

use super::building::{keyed, named};
use crate::error::{DeskError, allow};
use crate::{Desk, NewGroup, NewRole, Result};

const SKILLS: std::ops::RangeInclusive<u8> = 1..=5;

impl Desk {
    pub async fn create_department(
        &self,
        actor: &Actor,
        parent: Option<DepartmentId>,
        name: &str,
    ) -> Result<DepartmentId> {
        allow(actor.may_ever(Permission::Administer))?;
        let name = named("name", name)?;
        let mut tx = self.store.begin().await?;
        if let Some(parent) = parent
            && departments::find(&mut tx, parent).await?.is_none()
        {
            return Err(DeskError::invalid("parent", Flaw::Unknown));
        }
        let id = departments::insert(&mut tx, parent, name.as_str()).await?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(id)
    }

    pub async fn departments(&self, actor: &Actor) -> Result<Vec<Department>> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.read().await?;
        Ok(departments::all(&mut tx).await?)
    }

    /// The regions a branch serves from now on, one a line (C-09).
    pub async fn set_territory(
        &self,
        actor: &Actor,
        department: DepartmentId,
        regions: &str,
    ) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let named = regions.lines().map(str::trim).filter(|line| !line.is_empty());
        let named: Vec<Region> = named
            .map(|line| Region::try_from(line.to_owned()))
            .collect::<Result<_, Flaw>>()
            .map_err(|flaw| DeskError::invalid(&format!("territory.{department}"), flaw))?;
        let regions: Vec<String> = named.into_iter().map(String::from).collect();
        let mut tx = self.store.begin().await?;
        departments::find(&mut tx, department).await?.ok_or(DeskError::NotFound)?;
        departments::set_territory(&mut tx, department, &regions).await?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(())
    }

    pub async fn create_group(&self, actor: &Actor, new: NewGroup) -> Result<GroupId> {
        allow(actor.may_ever(Permission::Administer))?;
        let name = named("name", &new.name)?;
        let mut tx = self.store.begin().await?;
        if departments::find(&mut tx, new.department).await?.is_none() {
            return Err(DeskError::invalid("department", Flaw::Unknown));
        }
        if groups::by_name(&mut tx, name.as_str()).await?.is_some() {
            return Err(DeskError::invalid("name", Flaw::Taken));
        }
        let id = groups::insert(&mut tx, new.department, name.as_str(), new.dispatch).await?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(id)
    }

    /// Every group, as administrators set it up.
    pub async fn groups_set_up(&self, actor: &Actor) -> Result<Vec<Group>> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.read().await?;
        Ok(groups::all(&mut tx).await?)
    }

    /// Where a group's tickets go when it cannot solve them (D-21); `None`: nowhere.
    pub async fn set_escalation(
        &self,
        actor: &Actor,
        group: GroupId,
        to: Option<GroupId>,
    ) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.begin().await?;
        groups::find(&mut tx, group).await?.ok_or(DeskError::NotFound)?;
        if let Some(to) = to {
            let flaw = match groups::find(&mut tx, to).await? {
                Some(_) if to == group => Some(Flaw::NotAChoice),
                Some(_) => None,
                None => Some(Flaw::Unknown),
            };
            if let Some(flaw) = flaw {
                return Err(DeskError::invalid("to", flaw));
            }
        }
        groups::set_escalation(&mut tx, group, to).await?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(())
    }

    pub async fn join_group(&self, actor: &Actor, member: Membership) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        if !SKILLS.contains(&member.skill) {
            return Err(DeskError::invalid("skill", Flaw::OutOfRange { min: 1, max: 5 }));
        }
        let mut tx = self.store.begin().await?;
        groups::find(&mut tx, member.group).await?.ok_or(DeskError::NotFound)?;
        agents::find(&mut tx, member.agent).await?.ok_or(DeskError::NotFound)?;
        groups::join(&mut tx, member).await?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(())
    }

    pub async fn create_role(&self, actor: &Actor, new: NewRole) -> Result<RoleId> {
        allow(actor.may_ever(Permission::Administer))?;
        let name = named("name", &new.name)?;
        let key = keyed("key", &new.key)?;
        let mut tx = self.store.begin().await?;
        if roles::by_key(&mut tx, key).await?.is_some() {
            return Err(DeskError::invalid("key", Flaw::Taken));
        }
        let id = roles::insert(&mut tx, key, name.as_str(), &new.grants).await?;
        tx.commit().await?;
        self.remembered.forget();
        Ok(id)
    }
}
