//! What people, groups and categories are called, for the few rows a page shows.

use std::collections::{BTreeSet, HashMap};

use domain::flow::Flow;
use domain::id::{
    AgentId, CategoryId, ChannelId, ContactId, CustomerId, DepartmentId, FlowVersionId, GroupId,
    PartnerId,
};
use domain::org::{GroupName, Person};

use crate::sql::Sql;
use crate::{Result, Tx, on, stored_json};

/// The names of some people, groups, customers and the like.
#[derive(Debug, Default)]
pub struct Names {
    agents: HashMap<i64, String>,
    groups: HashMap<i64, String>,
    customers: HashMap<i64, String>,
    channels: HashMap<i64, String>,
    departments: HashMap<i64, String>,
    partners: HashMap<i64, String>,
    contacts: HashMap<i64, String>,
}

/// Whose names are wanted.
#[derive(Debug, Default)]
pub struct Wanted {
    pub agents: BTreeSet<AgentId>,
    pub groups: BTreeSet<GroupId>,
    pub customers: BTreeSet<CustomerId>,
    pub channels: BTreeSet<ChannelId>,
    pub departments: BTreeSet<DepartmentId>,
    pub partners: BTreeSet<PartnerId>,
    pub contacts: BTreeSet<ContactId>,
}

/// The category tree, as far as names go.
#[derive(Debug, Default)]
pub struct Paths(HashMap<i64, (Option<i64>, String)>);

impl Names {
    pub async fn find(tx: &mut Tx, wanted: &Wanted) -> Result<Self> {
        Ok(Self {
            agents: some(
                tx,
                "SELECT id, name FROM agents WHERE id",
                ids(&wanted.agents, |id| id.0),
            )
            .await?,
            groups: some(
                tx,
                "SELECT id, name FROM groups WHERE id",
                ids(&wanted.groups, |id| id.0),
            )
            .await?,
            customers: some(
                tx,
                "SELECT id, name FROM customers WHERE id",
                ids(&wanted.customers, |id| id.0),
            )
            .await?,
            channels: some(
                tx,
                "SELECT id, name FROM channels WHERE id",
                ids(&wanted.channels, |id| id.0),
            )
            .await?,
            departments: some(
                tx,
                "SELECT id, name FROM departments WHERE id",
                ids(&wanted.departments, |id| id.0),
            )
            .await?,
            partners: some(
                tx,
                "SELECT id, name FROM partners WHERE id",
                ids(&wanted.partners, |id| id.0),
            )
            .await?,
            contacts: some(
                tx,
                "SELECT c.id, c.name || ' · ' || p.name
                 FROM partner_contacts c JOIN partners p ON p.id = c.partner WHERE c.id",
                ids(&wanted.contacts, |id| id.0),
            )
            .await?,
        })
    }

    pub fn agent(&self, id: AgentId) -> String {
        self.agents.get(&id.0).cloned().unwrap_or_default()
    }

    pub fn group(&self, id: GroupId) -> String {
        self.groups.get(&id.0).cloned().unwrap_or_default()
    }

    pub fn customer(&self, id: CustomerId) -> String {
        self.customers.get(&id.0).cloned().unwrap_or_default()
    }

    pub fn channel(&self, id: ChannelId) -> String {
        self.channels.get(&id.0).cloned().unwrap_or_default()
    }

    pub fn department(&self, id: DepartmentId) -> String {
        self.departments.get(&id.0).cloned().unwrap_or_default()
    }

    pub fn partner(&self, id: PartnerId) -> String {
        self.partners.get(&id.0).cloned().unwrap_or_default()
    }

    /// The contact's name, and the partner's.
    pub fn contact(&self, id: ContactId) -> String {
        self.contacts.get(&id.0).cloned().unwrap_or_default()
    }

    pub fn person(&self, id: AgentId) -> Person {
        Person { id, name: self.agent(id) }
    }

    pub fn group_name(&self, id: GroupId) -> GroupName {
        GroupName { id, name: self.group(id) }
    }
}

fn ids<T: Copy>(wanted: &BTreeSet<T>, number: impl Fn(T) -> i64) -> Vec<i64> {
    wanted.iter().map(|&id| number(id)).collect()
}

async fn some(tx: &mut Tx, from: &'static str, ids: Vec<i64>) -> Result<HashMap<i64, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut sql = Sql::new(from);
    sql.among(ids);
    Ok(sql.all(tx).await?.into_iter().collect())
}

impl Paths {
    /// All of them: the tree is small, and its rows are short.
    pub async fn load(tx: &mut Tx) -> Result<Self> {
        let rows: Vec<(i64, Option<i64>, String)> = on!(tx, conn => {
            sqlx::query_as("SELECT id, parent, name FROM categories").fetch_all(conn).await?
        });
        Ok(Self(rows.into_iter().map(|(id, parent, name)| (id, (parent, name))).collect()))
    }

    /// From the top: 诉求, 场景, 问题.
    pub fn of(&self, category: CategoryId) -> Vec<String> {
        let mut path = Vec::new();
        let mut at = self.0.get(&category.0);
        while let Some((parent, name)) = at {
            path.push(name.clone());
            // A cycle cannot be stored, but a loop here would hang a page.
            at = parent.filter(|_| path.len() < 5).and_then(|parent| self.0.get(&parent));
        }
        path.reverse();
        path
    }
}

/// These versions of flows.
pub async fn flows(
    tx: &mut Tx,
    ids: impl IntoIterator<Item = FlowVersionId>,
) -> Result<HashMap<FlowVersionId, Flow>> {
    let mut sql = Sql::new("SELECT id, definition FROM flow_versions WHERE id");
    sql.among(ids.into_iter().map(|id| id.0));
    let rows: Vec<(i64, String)> = sql.all(tx).await?;
    rows.into_iter().map(|(id, json)| Ok((FlowVersionId(id), stored_json(&json)?))).collect()
}
