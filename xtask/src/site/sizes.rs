//! How much a visitor downloads, beside how much is allowed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;

use super::compress::with;

/// Kilobytes of brotli, from the budgets of the product.
const BUDGETS: [(&str, Option<u64>); 7] = [
    ("portal.wasm", Some(250)),
    ("partner.wasm", Some(250)),
    ("desk.wasm", Some(450)),
    ("admin.wasm", Some(450)),
    ("portal.js", Some(15)),
    ("desk.js", Some(20)),
    ("main.css", None),
];

pub fn print(site: &Path) -> Result<()> {
    let names: BTreeMap<String, String> =
        serde_json::from_slice(&fs::read(site.join("names.json"))?)?;
    eprintln!("  {:<12} {:>10} {:>10} {:>10}", "file", "raw kB", "brotli kB", "budget kB");
    for (name, budget) in BUDGETS {
        let file = site.join("pkg").join(&names[name]);
        let (raw, small) = (size(&file)?, size(&with(&file, "br"))?);
        let budget = budget.map_or(String::from("–"), |budget| budget.to_string());
        let over = budget.parse().is_ok_and(|budget: u64| small > budget * 1000);
        let mark = if over { "  over" } else { "" };
        eprintln!("  {name:<12} {:>10} {:>10} {budget:>10}{mark}", kilo(raw), kilo(small));
    }
    Ok(())
}

fn size(path: &Path) -> Result<u64> {
    Ok(fs::metadata(path)?.len())
}

fn kilo(bytes: u64) -> String {
    format!("{}.{}", bytes / 1000, bytes % 1000 / 100)
}
