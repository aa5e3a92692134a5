//! The style sheet: `style/main.css` with its imports, as one file.

use std::path::Path;

use anyhow::{Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use crate::profile::Profile;

const MAIN: &str = "style/main.css";

pub fn bundle(profile: Profile) -> Result<String> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(Path::new(MAIN)).map_err(|error| anyhow!("{MAIN}: {error}"))?;
    sheet
        .minify(MinifyOptions { targets: targets(), ..MinifyOptions::default() })
        .map_err(|error| anyhow!("{MAIN}: {error}"))?;
    let minify = profile == Profile::Release;
    let printer = PrinterOptions { minify, targets: targets(), ..PrinterOptions::default() };
    Ok(sheet.to_css(printer).map_err(|error| anyhow!("{MAIN}: {error}"))?.code)
}

/// The browsers the sheet must work in: those that know layers, nesting and `light-dark()`.
fn targets() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Targets::from(Browsers {
        chrome: version(123, 0),
        firefox: version(120, 0),
        safari: version(17, 5),
        ios_saf: version(17, 5),
        ..Browsers::default()
    })
}
