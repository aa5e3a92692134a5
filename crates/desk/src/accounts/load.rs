//! Who an agent is right now: roles, groups and departments, read anew for every request, so that
//! what is taken from somebody is gone at once.

use domain::actor::{Actor, AgentActor, Grants, Scope};
use domain::id::{AgentId, DepartmentId};
use domain::org::{Agent, Department};
use store::Tx;
use store::people::{agents, departments, groups, roles};
use store::sessions::{self, Holder};

use crate::{Desk, Result, chance};

impl Desk {
    /// Who holds this session; [`Actor::Visitor`] when nobody does any more.
    pub async fn session(&self, token: &str) -> Result<Actor> {
        let mut tx = self.store.read().await?;
        let holder = sessions::find(&mut tx, &chance::trace(token), self.clock.now()).await?;
        match holder {
            Some(Holder::Customer(id)) => Ok(Actor::Customer(id)),
            Some(Holder::Agent(id)) => {
                Ok(agent_actor(&mut tx, id).await?.map_or(Actor::Visitor, Actor::Agent))
            }
            // A contact's session opens a partner's door, and no other.
            Some(Holder::Contact(_)) | None => Ok(Actor::Visitor),
        }
    }

    /// The agent with this login, as whoever runs the program may act for them.
    pub async fn agent_by_login(&self, login: &str) -> Result<Option<Actor>> {
        let mut tx = self.store.read().await?;
        let Some(agent) = agents::by_login(&mut tx, login).await? else { return Ok(None) };
        Ok(agent_actor(&mut tx, agent.id).await?.map(Actor::Agent))
    }
}

/// `None` when there is no such agent, or they no longer work here.
pub(crate) async fn agent_actor(tx: &mut Tx, id: AgentId) -> Result<Option<AgentActor>> {
    let Some(agent) = agents::find(tx, id).await?.filter(|it| it.active) else { return Ok(None) };
    let grants = roles::grants_of(tx, id).await?;
    let groups = groups::of_agent(tx, id).await?;
    let departments = answers_for(&agent, &grants, &departments::all(tx).await?);
    let (name, home) = (agent.name, agent.department);
    Ok(Some(AgentActor { id, name, home, groups, departments, grants }))
}

/// The departments somebody leads, and their own if a role of theirs reaches over a department;
/// each with all below it.
fn answers_for(agent: &Agent, grants: &Grants, tree: &[Department]) -> Vec<DepartmentId> {
    let own = grants.0.values().any(|scope| *scope == Scope::Department);
    let mut answers: Vec<DepartmentId> = tree
        .iter()
        .filter(|it| it.leader == Some(agent.id) || (own && it.id == agent.department))
        .map(|it| it.id)
        .collect();
    let mut at = 0;
    while let Some(&parent) = answers.get(at) {
        let below = tree.iter().filter(|it| it.parent == Some(parent)).map(|it| it.id);
        let new: Vec<DepartmentId> = below.filter(|it| !answers.contains(it)).collect();
        answers.extend(new);
        at += 1;
    }
    answers.sort();
    answers
}
