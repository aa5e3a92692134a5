//! Browser stories: Playwright, with the system's Chromium.

use anyhow::Result;

use crate::profile::Profile;
use crate::{build, npm, postgres, tools};

pub fn check() -> Result<()> {
    tools::debian(&["chromium", "fonts-noto-cjk"], || {
        tools::on_path("chromium") && tools::chinese_fonts()
    })?;
    npm::install()?;
    build::build(Profile::Dev)?;
    tools::run(postgres::within_reach(npm::playwright().arg("test"))?)
}
