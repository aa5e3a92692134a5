//! The API as a stranger sees it.

mod attachments;
mod document;
mod events;
mod filing;
mod hostile;
mod lists;
mod main_job;
mod permissions;
mod program;
mod refusals;
mod replying;
mod supervisions;
