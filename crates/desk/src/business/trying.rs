//! Trying a connector out (J-08): one look at one thing, with everything that came back.

use domain::actor::{Actor, Permission};
use domain::business::Sight;
use domain::connector::operation::Does;
use domain::connector::page::Trial;
use domain::connector::{ConnectorKey, OperationKey, looking};
use domain::invalid::Flaw;
use domain::outbox::{Answer, Trouble};
use domain::time::Span;
use store::connectors;

use super::tidy;
use crate::error::allow;
use crate::{Desk, DeskError, Result};

/// More of an answer than this nobody reads on a page.
const SHOWN: usize = 4_000;

impl Desk {
    /// Only what changes nothing over there can be tried.
    pub async fn try_connector(
        &self,
        actor: &Actor,
        key: &ConnectorKey,
        operation: &OperationKey,
        number: &str,
    ) -> Result<Trial> {
        allow(actor.may_ever(Permission::Administer))?;
        let number = tidy(number)?;
        let mut tx = self.store.read().await?;
        let kept = connectors::find(&mut tx, key).await?.ok_or(DeskError::NotFound)?;
        drop(tx);
        let looks = kept.connector.operation(operation);
        let looks = looks.filter(|it| matches!(it.does, Does::Look { .. }));
        let looks = looks.ok_or_else(|| DeskError::invalid("operation", Flaw::NotOffered))?;

        let begun = self.clock.now();
        let Some(request) = self.question(&kept.connector, looks, &number).await? else {
            return Ok(not_asked());
        };
        let answer = self.http.ask(&request).await;
        let sight = looking::read(looks, &answer);
        let (status, said) = match answer {
            Answer::Said { status, body } => (Some(status), body.chars().take(SHOWN).collect()),
            Answer::Nothing(_) => (None, String::new()),
        };
        Ok(Trial { status, said, sight, took: self.clock.now() - begun })
    }
}

/// Its secret cannot be opened.
const fn not_asked() -> Trial {
    let sight = Sight::NotReachable { trouble: Trouble::NotConnected };
    Trial { status: None, said: String::new(), sight, took: Span(0) }
}
