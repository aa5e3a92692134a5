//! Connectors: the systems tickets are connected with, and what goes over the line (J-08, J-09).

mod basics;
mod create;
mod editor;
mod list;
mod log;
mod one;
mod operations;
mod text;
mod told;
mod trial;

pub use list::ConnectorsPage;
pub use one::ConnectorPage;
