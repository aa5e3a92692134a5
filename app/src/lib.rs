//! What people see: pages, the parts they are made of, and the server functions they call.
//!
//! Two programs for the browser come out of this crate, because a customer's phone must not
//! download the workspace: [`portal`] and [`desk`]. Each has its map of the site (`App`) and the
//! document around it (`shell`). What both use is in [`ui`].

// The view of a page is one deeply nested type, and release builds spell it out in full.
#![recursion_limit = "512"]

mod browser;
mod calls;
pub mod desk;
pub mod error;
pub mod live;
mod narrow;
pub mod picker;
pub mod portal;
pub mod reader;
#[cfg(feature = "ssr")]
pub mod ssr;
pub mod ui;
pub mod when;
pub mod words;
