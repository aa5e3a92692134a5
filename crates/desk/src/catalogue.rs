//! What can be filed and who is there: categories, forms, groups, people. Read by every door,
//! changed by administrators.

use domain::actor::Grants;
use domain::category::Leaf;
use domain::field::FieldKind;
use domain::id::{CategoryId, DepartmentId};
use domain::org::Dispatch;

mod building;
mod initials;
mod looking;
mod organizing;

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
