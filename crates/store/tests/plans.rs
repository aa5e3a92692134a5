//! How the databases answer what is asked most: by indexes, in order, without looking at
//! everything.
//!
//! The desk's own operations run; every statement they send is caught, and its plan is read. A
//! program of its own, because whoever catches statements catches those of all tests.

mod plans {
    pub mod caught;
    pub mod desk;
    pub mod verdict;
}

use plans::desk::{Large, ask_everything};
use plans::{caught, verdict};
use store::Store;

#[tokio::test]
async fn what_is_asked_most_is_answered_by_indexes_on_sqlite() {
    let large = Large::on_sqlite().await;

    let asked = caught::statements(Box::pin(ask_everything(&large))).await;

    assert!(asked.len() > 30, "{} statements were caught", asked.len());
    let Store::Sqlite { readers, .. } = &large.store else { unreachable!() };
    let mut bad = Vec::new();
    for statement in asked {
        bad.extend(verdict::of_sqlite(readers, &statement).await);
    }
    assert!(bad.is_empty(), "{}", bad.join("\n\n"));
}

#[tokio::test]
async fn what_is_asked_most_is_answered_by_indexes_on_postgres() {
    let large = Large::on_postgres().await;

    let plans = caught::plans(Box::pin(ask_everything(&large))).await;

    assert!(plans.len() > 30, "{} plans were caught", plans.len());
    let bad: Vec<String> = plans.iter().filter_map(|plan| verdict::of_postgres(plan)).collect();
    assert!(bad.is_empty(), "{}", bad.join("\n\n"));
}
