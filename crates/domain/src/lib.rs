//! The rules of the desk, as plain values and pure functions.
//!
//! Nothing here reads a clock, a database or a socket. So the same rule runs on the server, where
//! it decides, and in the browser, where it greys out a button.

pub mod actor;
pub mod archive;
pub mod behind;
pub mod board;
pub(crate) mod bounded;
pub mod business;
pub mod calculator;
pub mod case_file;
pub mod category;
pub mod channel;
pub mod confirming;
pub mod connector;
pub mod contact;
pub mod counter;
pub mod customer;
pub mod day;
pub mod due;
pub mod event;
pub mod field;
pub mod flow;
pub mod formula;
pub mod id;
pub mod identity;
pub mod invalid;
pub mod job;
pub mod list;
pub mod masking;
pub mod message;
pub mod narrow;
pub mod org;
pub mod outbox;
pub mod page;
pub mod partner;
pub mod priority;
pub mod routing;
pub mod rules;
pub mod state;
pub mod step_times;
pub mod stuck;
pub mod supervision;
pub mod task;
pub mod template;
pub mod text;
pub mod ticket;
pub mod time;
