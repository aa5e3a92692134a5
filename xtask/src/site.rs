//! The folder the server hands out: browser programs, style sheet and public files.
//!
//! Files under `pkg/` carry the hash of their content in their names, and `names.json` says which
//! is which; so browsers may keep them for ever.

mod compress;
mod lay_out;
mod sizes;

use anyhow::Result;

use crate::profile::Profile;
use crate::{say, style, wasm};

/// Builds everything a browser gets.
pub fn build(profile: Profile) -> Result<()> {
    let programs = wasm::build(profile)?;
    say::step("putting the browser's files together");
    let sheet = style::bundle(profile)?;
    let site = profile.site();
    lay_out::lay_out(&site, &programs, sheet.as_bytes())?;
    if profile == Profile::Release {
        say::timed("compressing them", || compress::beside(&site))?;
        sizes::print(&site)?;
    }
    Ok(())
}
