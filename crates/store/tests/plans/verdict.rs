//! What is wrong with a plan.

use sqlx::{AssertSqlSafe, SqlitePool};

/// Tables that grow with every ticket, and what the statements call them.
const LARGE: [&str; 10] =
    ["tickets", "tasks", "events", "messages", "happenings", "t", "k", "e", "m", "n"];
/// The indexes that give rows in the order of a list.
const ORDERED: [&str; 10] = [
    "tickets_all",
    "tickets_of_group",
    "tickets_of_owner",
    "tickets_of_requester",
    "tasks_of_handler",
    "tasks_of_queue",
    "events_of_ticket",
    "messages_of_ticket",
    "events_by_txid",
    "happenings_of_tally",
];

/// Complains about whole tables that are looked through, and about rows that come in order and are
/// sorted nevertheless.
pub async fn of_sqlite(readers: &SqlitePool, statement: &str) -> Option<String> {
    if !statement.starts_with("SELECT") {
        return None;
    }
    let explain = format!("EXPLAIN QUERY PLAN {statement}");
    let steps: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(AssertSqlSafe(explain)).fetch_all(readers).await.unwrap();
    let scans = steps.iter().any(|(.., step)| looks_through(step));
    let sorts = steps.iter().any(|(_, parent, _, step)| {
        let beside = || steps.iter().filter(|(_, of, ..)| of == parent);
        step.starts_with("USE TEMP B-TREE FOR") && beside().any(|(.., step)| is_ordered(step))
    });
    (scans || sorts).then(|| {
        let lines: Vec<&str> = steps.iter().map(|(.., step)| step.as_str()).collect();
        format!("{statement}\n{}", lines.join("\n"))
    })
}

fn looks_through(step: &str) -> bool {
    let mut words = step.split(' ');
    words.next() == Some("SCAN")
        && words.next().is_some_and(|table| LARGE.contains(&table))
        && !step.contains("VIRTUAL TABLE")
}

/// `rowid` order would do as well, but only an index of a list can make a sort needless.
fn is_ordered(step: &str) -> bool {
    ORDERED.iter().any(|index| step.contains(index))
}

/// The same for what Postgres explained.
pub fn of_postgres(plan: &str) -> Option<String> {
    let nodes: Vec<&str> = plan.lines().filter(|line| line.contains("(cost=")).collect();
    let scans = nodes.iter().any(|node| {
        ["tickets", "tasks", "events", "messages", "happenings"]
            .iter()
            .any(|table| node.contains(&format!("Seq Scan on {table}")))
    });
    let sorts = nodes.windows(2).any(|pair| {
        pair[0].contains("Sort")
            && ORDERED.iter().any(|index| pair[1].contains(index))
            && !pair[1].contains("Bitmap")
    });
    (scans || sorts).then(|| plan.to_owned())
}
