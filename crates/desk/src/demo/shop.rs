//! The connector of the demo: `sample-shop`, which stands beside this desk in the repository.

use domain::actor::Actor;
use domain::connector::Connector;

use crate::{Desk, Result};

/// What its requests are signed with unless it is told otherwise.
pub const SECRET: &str = "sample-shop";
/// Where it answers unless it is told otherwise.
pub const ADDRESS: &str = "http://127.0.0.1:3010";

/// The shop at this address, with everything that can be asked of it.
pub fn connector(base_url: &str) -> Connector {
    let mut shop: Connector = serde_json::from_str(include_str!("shop.json"))
        .unwrap_or_else(|error| unreachable!("shop.json is held by a test: {error}"));
    base_url.clone_into(&mut shop.base_url);
    shop
}

impl Desk {
    /// Lets the demo desk operate the shop at this address, and the shop file through a door of its
    /// own.
    pub async fn connect_shop(&self, base_url: &str) -> Result<()> {
        let (system, shop) = (Actor::System, connector(base_url));
        if let Some(door) = &shop.channel
            && !self.catalogue().await?.channels.values().any(|channel| channel.key == *door)
        {
            self.create_channel(&system, door, "商城系统", &[]).await?;
        }
        self.declare_connector(&system, shop, Some(SECRET.to_owned())).await
    }
}

#[cfg(test)]
mod tests {
    use domain::connector::check::flaws;

    use super::{ADDRESS, connector};

    #[test]
    fn the_declaration_is_sound() {
        assert!(flaws(&connector(ADDRESS)).is_empty());
    }
}
