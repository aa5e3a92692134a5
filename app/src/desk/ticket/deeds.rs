//! Forms in the dialogs of a ticket's acts.

mod escalate;
mod link;
mod merge;
mod reopen;
mod resolve;
mod wait;

pub use escalate::EscalateForm;
pub use link::LinkForm;
pub use merge::MergeForm;
pub use reopen::ReopenForm;
pub use resolve::ResolveForm;
pub use wait::WaitForm;
