//! What was measured, beside what is allowed.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::budgets::{self, Budget};

pub struct Row {
    case: String,
    name: String,
    value: f64,
}

impl Row {
    pub fn new(case: &str, name: &str, value: f64) -> Self {
        Self { case: case.to_owned(), name: name.to_owned(), value }
    }

    pub fn is(&self, case: &str, name: &str) -> bool {
        self.case == case && self.name == name
    }

    pub const fn value(&self) -> f64 {
        self.value
    }

    fn budget(&self) -> Option<f64> {
        budgets::of(&self.name).map(|(budget, _)| match budget {
            Budget::AtMost(most) => most,
            Budget::AtLeast(least) => least,
        })
    }

    /// How much of the budget is used: more than one is over.
    fn ratio(&self) -> Option<f64> {
        budgets::of(&self.name).map(|(budget, _)| match budget {
            Budget::AtMost(most) => self.value / most,
            Budget::AtLeast(least) => least / self.value,
        })
    }

    fn unit(&self) -> &'static str {
        budgets::of(&self.name).map_or_else(|| budgets::unit(&self.name), |(_, unit)| unit)
    }
}

/// What browsers download, compressed, in kilobytes.
pub fn sizes(site: &Path) -> Vec<Row> {
    let names = fs::read(site.join("names.json")).unwrap_or_default();
    let names: Value = serde_json::from_slice(&names).unwrap_or_default();
    let rows = ["portal.wasm", "partner.wasm", "desk.wasm", "admin.wasm", "main.css"]
        .into_iter()
        .filter_map(|name| {
            let file = site.join("pkg").join(format!("{}.br", names[name].as_str()?));
            let bytes = fs::metadata(file).ok()?.len();
            Some(Row::new("brotli", name, kilo(bytes)))
        });
    rows.collect()
}

#[expect(clippy::cast_precision_loss, reason = "file sizes are far below 2^52")]
pub fn kilo(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}

pub fn print(rows: &[Row]) {
    println!("{:<18} {:<26} {:>10} {:>10} {:>6}  unit", "case", "what", "value", "budget", "ratio");
    for row in rows {
        let budget = row.budget().map_or("–".to_owned(), |budget| format!("{budget}"));
        let ratio = row.ratio().map_or("–".to_owned(), |ratio| format!("{ratio:.2}"));
        let over = if row.ratio().is_some_and(|ratio| ratio > 1.0) { "  over" } else { "" };
        let Row { case, name, value, .. } = row;
        println!(
            "{case:<18} {name:<26} {value:>10.1} {budget:>10} {ratio:>6}  {}{over}",
            row.unit()
        );
    }
    println!("On 2 cores, Request Tracker 5 files 5 tickets a second, and django-helpdesk 50.");
}

pub fn json(rows: &[Row]) -> Value {
    rows.iter()
        .map(|row| {
            json!({
                "case": row.case, "what": row.name, "value": row.value, "unit": row.unit(),
                "budget": row.budget(), "ratio": row.ratio(),
            })
        })
        .collect()
}
