//! Every operation, told as stories on both databases. One program, so that all of them share one
//! Postgres.

mod accounts;
mod asking;
mod at_the_ticket;
mod branching;
mod calculating;
mod case_file;
mod catalogue;
mod customer_answering;
mod demo;
mod designing;
mod fields;
mod files;
mod flowing;
mod identity;
mod listing;
mod living;
mod looking;
mod partnering;
mod passwords;
mod searching;
mod stuck;
mod supervising;
mod tokens;
mod urging;
