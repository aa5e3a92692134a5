//! Lines to other systems: requests that go out, signatures on what goes out and comes in.
//!
//! It parses and sends, nothing else. What an answer means is `domain::outbox`'s to say, and what
//! then happens the desk's.

mod http;
mod secret;
pub mod signature;

pub use http::{Http, Request};
pub use secret::Secret;
