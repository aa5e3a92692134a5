//! Every operation, told as stories on both databases. One program, so that all of them share one
//! Postgres.

mod accounts;
mod catalogue;
mod files;
mod listing;
mod living;
mod looking;
mod passwords;
mod searching;
mod tokens;
