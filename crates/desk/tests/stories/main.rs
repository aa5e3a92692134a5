//! Every operation, told as stories on both databases. One program, so that all of them share one
//! Postgres.

mod accounts;
mod catalogue;
mod files;
mod passwords;
mod tokens;
