//! A desk to look at: 优选商城, a shop with forty people at its desk and two months behind it.
//!
//! Nothing is written past the operations: whatever a page or a number shows was done by somebody,
//! at a time, under the rules.

use std::sync::Arc;

use domain::channel::Channel;
use domain::id::CategoryId;
use domain::time::Span;
use store::people::agents;

use crate::{Desk, DeskError, Result};

mod calculators;
mod clock;
mod crowd;
mod dice;
mod filling;
mod forms;
mod house;
mod leaves;
mod matters;
mod menu;
mod partners;
mod playing;
mod script;
pub mod shop;
mod themes;

use clock::DemoClock;
use dice::Dice;
use playing::Stage;

/// Everybody's.
pub const PASSWORD: &str = "gongdan-demo";
/// The first customer's.
pub const PHONE: &str = "13800000001";
/// Who is who, and what they sign in with.
pub const LOGINS: [(&str, &str); 4] =
    [("customer", PHONE), ("agent", "zhangqi"), ("leader", "wangzhuguan"), ("admin", "admin")];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoPlan {
    /// The same seed is the same demo, but for the time it is told at.
    pub seed: u64,
    pub tickets: usize,
    pub customers: usize,
    /// Where the shop answers that the desk operates.
    pub shop: String,
}

impl Default for DemoPlan {
    fn default() -> Self {
        Self { seed: 20_417, tickets: 2_000, customers: 500, shop: shop::ADDRESS.to_owned() }
    }
}

/// What is told took place within this.
const TWO_MONTHS: Span = Span::days(61);

impl Desk {
    /// Fills a desk nobody works at yet; one that has people is left alone.
    pub async fn demo(&self, plan: DemoPlan) -> Result<()> {
        if self.has_people().await? {
            return Err(DeskError::Conflict);
        }
        let now = self.clock.now();
        let clock = Arc::new(DemoClock::at(now - TWO_MONTHS));
        let desk = Self { clock: clock.clone(), ..self.clone() };
        let mut dice = Dice::new(plan.seed);
        let house = house::build(&desk, &mut dice).await?;
        partners::introduce(&desk).await?;
        let mut branches = menu::Branches::new();
        let leaves = menu::lay_out(&desk, &house, &mut branches).await?;
        let crowd = crowd::gather(&desk, &mut dice, plan.customers.max(2)).await?;
        matters::repaired::tell(&desk, &clock, &house).await?;
        let write = |n| script::write(&mut dice, n, plan.tickets, crowd.len(), now);
        let scripts: Vec<script::Script> = (0..plan.tickets).map(write).collect();
        let stage = Stage {
            desk: &desk,
            clock: &clock,
            house: &house,
            leaves: &leaves,
            crowd: &crowd,
            dice,
        };
        stage.play(&scripts, now).await?;
        // Only now: of two months of orders nobody asks the shop.
        desk.connect_shop(&plan.shop).await?;
        let more = matters::lay_out(&desk, &house, &mut branches).await?;
        calculators::declare(&desk).await?;
        let for_customers: Vec<CategoryId> = leaves.into_iter().chain(more).collect();
        desk.open_channel(Channel::WEB, &for_customers).await
    }

    /// Whether anybody works here.
    pub async fn has_people(&self) -> Result<bool> {
        let mut tx = self.store.read().await?;
        Ok(!agents::active(&mut tx).await?.is_empty())
    }
}
