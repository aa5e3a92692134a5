//! Operating other systems: the desk, a shop of its own in another process, and all that goes wrong
//! between the two.

mod actions;
mod at_once;
mod business;
mod connectors;
mod flows;
mod inbound;
mod support;
