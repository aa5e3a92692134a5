//! Parts that know nothing of tickets.

mod avatar;
mod button;
mod chip;
mod deed;
mod dialog;
pub mod document;
mod due;
mod empty;
mod field;
mod field_group;
mod fresh;
mod happened;
mod icon;
mod language;
mod menu;
pub mod not_found;
mod problem;
mod skeleton;
mod toast;

pub use avatar::Avatar;
pub use button::Button;
pub use chip::Chip;
pub use deed::Deed;
pub use dialog::{Dialog, focus_first};
pub use due::Due;
pub use empty::Empty;
pub use field::Field;
pub use field_group::FieldGroup;
pub use fresh::keep_fresh;
pub use happened::Happened;
pub use icon::Icon;
pub use language::Languages;
pub use menu::Menu;
pub use problem::Problem;
pub use skeleton::Skeleton;
pub use toast::{Toaster, Toasts, toaster};
