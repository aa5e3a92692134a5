//! `cargo xtask test`: the gate. Every stage is announced, the first that fails ends it, and the
//! last lines say what was seen.

mod stage;

use std::time::{Duration, Instant};

use anyhow::Result;
use clap::{Args, ValueEnum};
use stage::Stage;

use crate::say;

#[derive(Args)]
pub struct TestArgs {
    /// Only these stages, as in --only fmt,unit
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Stage>,
}

impl TestArgs {
    fn stages(&self) -> &[Stage] {
        if self.only.is_empty() { Stage::value_variants() } else { &self.only }
    }
}

pub fn test(args: &TestArgs) -> Result<()> {
    let begun = Instant::now();
    let mut passed = Vec::new();
    let failed = args.stages().iter().find_map(|stage| check(*stage, begun, &mut passed).err());
    sum_up(args.stages(), &passed, begun.elapsed());
    match failed {
        None => Ok(()),
        Some(why) => Err(why),
    }
}

fn check(stage: Stage, begun: Instant, passed: &mut Vec<Duration>) -> Result<()> {
    say::step(&format!("[{}] {}", say::seconds(begun.elapsed()), stage.promise()));
    let stage_begun = Instant::now();
    stage.check().map_err(|why| why.context(format!("not true: {}", stage.promise())))?;
    passed.push(stage_begun.elapsed());
    Ok(())
}

fn sum_up(stages: &[Stage], passed: &[Duration], total: Duration) {
    eprintln!();
    for (place, stage) in stages.iter().enumerate() {
        let outcome = match passed.get(place) {
            Some(took) => format!("passed in {}", say::seconds(*took)),
            None if place == passed.len() => "FAILED".to_owned(),
            None => "not reached".to_owned(),
        };
        eprintln!("  {:<60} {outcome}", stage.promise());
    }
    eprintln!("  {:<60} {}", "all together", say::seconds(total));
}
