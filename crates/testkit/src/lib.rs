//! What tests need: a desk on each database, a clock that waits to be told, and a cast.
//!
//! A test of the desk is a story told twice, by [`both`]: on SQLite in a file, and on a Postgres
//! that is started for the test process and ends with it.

pub mod cast;
mod clock;
mod databases;
mod desk;
mod mailbox;
pub mod postgres;
mod shop;

pub use clock::TestClock;
pub use databases::{Database, Place};
pub use desk::{PASSWORD, TestDesk, agent_of, ordinary_leaf};
pub use mailbox::{Letter, Mailbox};
pub use shop::{Effect, Shop};

/// Tells the story on SQLite, then on Postgres, each time at a new desk.
pub async fn both<Story: Future<Output = ()>>(story: impl Fn(TestDesk) -> Story) {
    for database in [Database::Sqlite, Database::Postgres] {
        eprintln!("on {database:?}:");
        story(TestDesk::open(database).await).await;
    }
}
