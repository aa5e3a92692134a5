//! The live board.

use domain::actor::Actor;
use domain::board::Board;

use crate::{Desk, Result};

impl Desk {
    /// Numbers of the day for the departments and groups the actor may see boards of.
    pub async fn board(&self, actor: &Actor) -> Result<Board> {
        let _ = actor;
        unimplemented!()
    }
}
