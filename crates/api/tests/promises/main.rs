//! The API as a stranger sees it.

mod attachments;
mod calculators;
mod case_file;
mod connectors;
mod document;
mod events;
mod filing;
mod flows;
mod hostile;
mod lists;
mod main_job;
mod partner;
mod permissions;
mod program;
mod refusals;
mod replying;
mod supervisions;
