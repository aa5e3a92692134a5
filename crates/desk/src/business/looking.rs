//! Looking at things where they live. What is seen is shown, and never kept as the truth (J-06).

use channels::Request;
use domain::actor::{Actor, Permission};
use domain::business::{BusinessRef, RefKind, Sight, ThingNow};
use domain::connector::operation::Operation;
use domain::connector::{Connector, looking};
use domain::id::TicketId;
use domain::outbox::Trouble;
use domain::template::Particulars;
use domain::time::Span;
use futures::future::join_all;
use store::{business_refs, connectors};

use crate::error::allow;
use crate::pages::readable;
use crate::remembered::Catalogue;
use crate::{Desk, DeskError, Result};

/// Somebody is waiting to see it.
const PATIENCE: Span = Span::seconds(3);

impl Desk {
    /// How a thing is now, for an agent who writes about it.
    pub async fn look_up(&self, actor: &Actor, kind: RefKind, number: &str) -> Result<Sight> {
        actor.agent().ok_or(DeskError::Forbidden)?;
        allow(actor.may_ever(Permission::CreateTickets))?;
        let number = super::tidy(number)?;
        Ok(self.look(kind, &number).await?.1)
    }

    /// How everything the ticket is about is now, all of it asked at once.
    pub async fn things_now(&self, actor: &Actor, ticket: TicketId) -> Result<Vec<ThingNow>> {
        actor.agent().ok_or(DeskError::NotFound)?;
        let mut tx = self.store.read().await?;
        readable(&mut tx, actor, ticket).await?;
        let things = business_refs::of_ticket(&mut tx, ticket).await?;
        // Nobody is waited for with a transaction open.
        drop(tx);
        join_all(things.into_iter().map(|was| self.thing_now(was))).await.into_iter().collect()
    }

    async fn thing_now(&self, was: BusinessRef) -> Result<ThingNow> {
        let (whose, now) = self.look(was.kind, &was.number).await?;
        let whose = whose.map(|connector| connector.name.to_string());
        Ok(ThingNow { was, whose, now, at: self.clock.now() })
    }

    /// What is seen, and where.
    pub(super) async fn look(
        &self,
        kind: RefKind,
        number: &str,
    ) -> Result<(Option<Connector>, Sight)> {
        let catalogue = self.catalogue().await?;
        let Some((connector, operation)) = catalogue.looks_at(kind) else {
            return Ok((None, Sight::NotConnected));
        };
        let sight = match self.question(connector, operation, number).await? {
            Some(request) => looking::read(operation, &self.http.ask(&request).await),
            None => Sight::NotReachable { trouble: Trouble::NotConnected },
        };
        Ok((Some(connector.clone()), sight))
    }

    pub(super) async fn question(
        &self,
        connector: &Connector,
        operation: &Operation,
        number: &str,
    ) -> Result<Option<Request>> {
        let known = Particulars::default().with("number", number);
        let Ok(call) = operation.call(&known) else { return Ok(None) };
        let mut tx = self.store.read().await?;
        let Some(kept) = connectors::find(&mut tx, &connector.key).await? else { return Ok(None) };
        let Ok(secret) = self.secret_of(&kept) else { return Ok(None) };
        Ok(Some(Request {
            base_url: connector.base_url.clone(),
            hosts: connector.hosts.clone(),
            timeout: connector.timeout.min(PATIENCE),
            method: call.method,
            path: call.path,
            body: None,
            key: None,
            secret,
            at: self.clock.now(),
        }))
    }
}

impl Catalogue {
    /// Who can be asked about things of this kind; the first by key, when several can.
    pub fn looks_at(&self, kind: RefKind) -> Option<(&Connector, &Operation)> {
        let able = self.connectors.values().filter_map(|connector| {
            connector.look_at(kind).map(|operation| (connector, operation))
        });
        able.min_by(|one, other| one.0.key.cmp(&other.0.key))
    }
}
