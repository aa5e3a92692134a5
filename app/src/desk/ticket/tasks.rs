//! The work on a ticket: taking it, finishing it, asking others, and what they answered.

mod ask;
mod asked;
mod assign;
mod claim;
mod ending;
mod finish;
mod send_back;
mod telling;

pub use ask::AskForm;
pub use asked::Asked;
pub use assign::AssignButton;
pub use claim::ClaimButton;
pub use finish::FinishButtons;
pub use send_back::SendBackForm;
