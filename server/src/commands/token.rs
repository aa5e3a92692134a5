//! `gongdan token create`: lets a program in.

use desk::{Desk, DeskError};
use domain::actor::Actor;
use domain::id::ContactId;
use domain::time::Span;

use crate::cli::TokenArgs;
use crate::config::Settings;
use crate::opening::{self, OpenError};

#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    #[error(transparent)]
    Closed(#[from] OpenError),
    #[error("there is no agent {0}")]
    NoAgent(String),
    #[error("there is no partner {0} with such a contact")]
    NoContact(String),
    #[error("the token cannot be made: {0}")]
    Refused(DeskError),
}

/// Prints the token and nothing else, so that a script can take it as it stands.
pub async fn create(settings: &Settings, args: &TokenArgs) -> Result<(), TokenError> {
    let desk = opening::desk(settings, &opening::store(settings).await?).await?;
    let scopes = args.scope.concat();
    let lasts = Span::days(i64::from(args.days));
    let system = Actor::System;
    let granted = match (&args.agent, &args.partner) {
        (Some(agent), _) => desk.create_token(&system, agent, &args.name, &scopes, lasts).await,
        (None, Some(partner)) => {
            let contact = contact(&desk, partner, args.contact.as_deref()).await?;
            desk.create_partner_token(&system, contact, &args.name, &scopes, lasts).await
        }
        (None, None) => return Err(TokenError::NoAgent(String::new())),
    };
    match granted {
        Ok(granted) => println!("{}", granted.token),
        Err(DeskError::Invalid(flaws)) if flaws.of("login").is_some() => {
            return Err(TokenError::NoAgent(args.agent.clone().unwrap_or_default()));
        }
        Err(error) => return Err(TokenError::Refused(error)),
    }
    Ok(())
}

/// Whoever of the partner is named, or the first who is still there.
async fn contact(desk: &Desk, partner: &str, name: Option<&str>) -> Result<ContactId, TokenError> {
    let partners = desk.partners(&Actor::System).await.map_err(TokenError::Refused)?;
    let line = partners.into_iter().find(|line| line.partner.name == partner);
    let contacts = line.map(|line| line.contacts).unwrap_or_default();
    let fits =
        |it: &domain::partner::PartnerContact| it.active && name.is_none_or(|name| it.name == name);
    let found = contacts.into_iter().find(fits);
    found.map(|it| it.id).ok_or_else(|| TokenError::NoContact(partner.to_owned()))
}
