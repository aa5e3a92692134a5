//! The power goes out, again and again, while tickets operate another system (leap 1, J-02).
//!
//! A real server is killed at a random moment between the step that promises a refund and the answer
//! to it, more than a hundred times on each database. In the end every key has reached the shop
//! effectively once, every failure has exactly one task that follows from it, no ticket claims a refund
//! without a reference, and every number is what a count would say.

mod desk;
mod program;
mod verdict;

use std::time::Duration;

use testkit::{Database, Shop};

use desk::Prepared;
use program::Program;
use verdict::Verdict;

/// On each database; together more than two hundred.
const KILLS: u32 = 105;

#[tokio::test(flavor = "multi_thread")]
async fn j_02_no_kill_loses_or_doubles_what_was_promised_on_sqlite() {
    torment(Database::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn j_02_no_kill_loses_or_doubles_what_was_promised_on_postgres() {
    torment(Database::Postgres).await;
}

async fn torment(database: Database) {
    let shop = Shop::open().await;
    let prepared = Prepared::open(database, &shop).await;
    for kill in 0..KILLS {
        let mut program = Program::start(&prepared).await;
        let ticket = program.file(&prepared, kill).await;
        spoil(&shop, kill).await;
        let asked = program.refund(&prepared, &ticket);
        // From before the request is read to after the answer of the shop is written down.
        tokio::time::sleep(Duration::from_millis(u64::from(kill * 37 % 140))).await;
        program.kill();
        asked.abort();
    }
    let mut program = Program::start(&prepared).await;
    program.ask_again(&prepared, KILLS).await;
    program.settle(&prepared).await;
    program.kill();

    let verdict = Verdict::of(&prepared, &shop).await;
    eprintln!("{database:?}: {KILLS} kills, {verdict:?}");
    verdict.check(KILLS);
}

/// Every few requests the shop answers with nonsense, late, or not at all though it has done it.
async fn spoil(shop: &Shop, kill: u32) {
    let failure = match kill % 7 {
        1 => serde_json::json!({ "how": "drop" }),
        3 => serde_json::json!({ "how": "late", "ms": 60 }),
        5 => serde_json::json!({ "how": "fail" }),
        _ => return,
    };
    shop.script("refunds", failure, 1).await;
}
