//! People who work here come and lead.

use domain::actor::{Actor, Permission};
use domain::id::{AgentId, DepartmentId};
use domain::invalid::{Flaw, Flaws};
use domain::text::Name;
use store::Tx;
use store::people::{agents, departments, roles};

use super::passwords;
use crate::error::{DeskError, allow, sound};
use crate::{Desk, NewAgent, Result};

const LONGEST_LOGIN: usize = 40;

impl Desk {
    pub async fn create_agent(&self, actor: &Actor, new: NewAgent) -> Result<AgentId> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut flaws = Flaws::default();
        let login = flaws.take("login", login(&new.login));
        let name = flaws.take("name", Name::try_from(new.name.as_str()));
        sound(flaws)?;
        let (Some(login), Some(name)) = (login, name) else { return Err(DeskError::NotFound) };
        passwords::acceptable(&new.password, &[&login])?;
        let hash = self.passwords.hash(&new.password).await?;
        let mut tx = self.store.begin().await?;
        check(&mut tx, &login, new.department).await?;
        let id = agents::insert(&mut tx, &login, name.as_str(), new.department, &hash).await?;
        for role in &new.roles {
            let role = roles::by_key(&mut tx, role).await?;
            let role = role.ok_or_else(|| DeskError::invalid("roles", Flaw::Unknown))?;
            roles::give(&mut tx, id, role).await?;
        }
        tx.commit().await?;
        Ok(id)
    }

    /// Makes somebody the leader of a department.
    pub async fn appoint(
        &self,
        actor: &Actor,
        department: DepartmentId,
        leader: AgentId,
    ) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.begin().await?;
        departments::find(&mut tx, department).await?.ok_or(DeskError::NotFound)?;
        agents::find(&mut tx, leader).await?.ok_or(DeskError::NotFound)?;
        departments::set_leader(&mut tx, department, Some(leader)).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Small letters and digits: what is typed a hundred times should not depend on the shift key.
fn login(text: &str) -> Result<String, Flaw> {
    let login = text.trim().to_lowercase();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
    match login.chars().count() {
        0 => Err(Flaw::Blank),
        n if n > LONGEST_LOGIN => Err(Flaw::TooLong { max: LONGEST_LOGIN }),
        _ if !login.chars().all(plain) => Err(Flaw::NotOffered),
        _ => Ok(login),
    }
}

async fn check(tx: &mut Tx, login: &str, department: DepartmentId) -> Result<()> {
    if departments::find(tx, department).await?.is_none() {
        return Err(DeskError::invalid("department", Flaw::Unknown));
    }
    if agents::by_login(tx, login).await?.is_some() {
        return Err(DeskError::invalid("login", Flaw::Taken));
    }
    Ok(())
}
