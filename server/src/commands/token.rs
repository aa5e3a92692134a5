//! `gongdan token create`: lets a program in.

use desk::DeskError;
use domain::actor::Actor;
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
    #[error("the token cannot be made: {0}")]
    Refused(DeskError),
}

/// Prints the token and nothing else, so that a script can take it as it stands.
pub async fn create(settings: &Settings, args: &TokenArgs) -> Result<(), TokenError> {
    let desk = opening::desk(settings, &opening::store(settings).await?).await?;
    let scopes = args.scope.concat();
    let lasts = Span::days(i64::from(args.days));
    let granted = desk.create_token(&Actor::System, &args.agent, &args.name, &scopes, lasts).await;
    match granted {
        Ok(granted) => println!("{}", granted.token),
        Err(DeskError::Invalid(flaws)) if flaws.of("login").is_some() => {
            return Err(TokenError::NoAgent(args.agent.clone()));
        }
        Err(error) => return Err(TokenError::Refused(error)),
    }
    Ok(())
}
