//! What can be filed and who is there: categories, forms, groups, people. Read by every door,
//! changed by administrators.

use domain::actor::{Actor, Grants};
use domain::category::{CategoryTree, Leaf};
use domain::field::{Field, FieldKind};
use domain::id::{CategoryId, ChannelId, DepartmentId, FieldId, GroupId, RoleId};
use domain::org::{Dispatch, GroupName};
use domain::page::Colleague;

use crate::{Desk, Result};

#[derive(Clone, Debug)]
pub struct NewCategory {
    pub parent: Option<CategoryId>,
    pub name: String,
    pub hint: Option<String>,
    pub leaf: Option<Leaf>,
}

#[derive(Clone, Debug)]
pub struct NewField {
    pub category: CategoryId,
    pub key: String,
    pub label: String,
    pub help: Option<String>,
    pub kind: FieldKind,
    pub required: bool,
}

#[derive(Clone, Debug)]
pub struct NewGroup {
    pub department: DepartmentId,
    pub name: String,
    pub dispatch: Dispatch,
}

#[derive(Clone, Debug)]
pub struct NewRole {
    pub key: String,
    pub name: String,
    pub grants: Grants,
}

impl Desk {
    /// The part of the tree that may be filed through `channel`.
    pub async fn categories(&self, channel: &str) -> Result<CategoryTree> {
        let _ = channel;
        unimplemented!()
    }

    /// The form of a leaf.
    pub async fn form(&self, category: CategoryId) -> Result<Vec<Field>> {
        let _ = category;
        unimplemented!()
    }

    pub async fn groups(&self, actor: &Actor) -> Result<Vec<GroupName>> {
        let _ = actor;
        unimplemented!()
    }

    pub async fn colleagues(&self, actor: &Actor) -> Result<Vec<Colleague>> {
        let _ = actor;
        unimplemented!()
    }

    pub async fn create_category(&self, actor: &Actor, new: NewCategory) -> Result<CategoryId> {
        let _ = (actor, new);
        unimplemented!()
    }

    pub async fn create_field(&self, actor: &Actor, new: NewField) -> Result<FieldId> {
        let _ = (actor, new);
        unimplemented!()
    }

    pub async fn create_department(
        &self,
        actor: &Actor,
        parent: Option<DepartmentId>,
        name: &str,
    ) -> Result<DepartmentId> {
        let _ = (actor, parent, name);
        unimplemented!()
    }

    pub async fn create_group(&self, actor: &Actor, new: NewGroup) -> Result<GroupId> {
        let _ = (actor, new);
        unimplemented!()
    }

    pub async fn join_group(&self, actor: &Actor, member: domain::org::Membership) -> Result<()> {
        let _ = (actor, member);
        unimplemented!()
    }

    pub async fn create_role(&self, actor: &Actor, new: NewRole) -> Result<RoleId> {
        let _ = (actor, new);
        unimplemented!()
    }

    /// Empty `categories` opens the channel to all of them.
    pub async fn create_channel(
        &self,
        actor: &Actor,
        key: &str,
        name: &str,
        categories: &[CategoryId],
    ) -> Result<ChannelId> {
        let _ = (actor, key, name, categories);
        unimplemented!()
    }
}
