//! Everything that can be done × everybody × whose it is: the tables of who may do what.
//!
//! Each cell tries the operation. `+` was let through (even if the state then refused it), `-` was
//! forbidden, `.` was told that there is no such thing.

mod permissions {
    pub mod at_large;
    pub mod every_operation;
    pub mod everybody;
    pub mod of_supervisions;
    pub mod of_things;
    pub mod of_tickets;
}

use std::collections::BTreeSet;
use std::fmt::Write;

use desk::{DeskError, Result};
use domain::actor::Actor;
use permissions::everybody::{Everybody, Place};
use permissions::of_tickets::{Scene, scene};
use permissions::{at_large, every_operation, of_tickets};
use testkit::{TestDesk, both};

/// A change to who may do what shows up here as a changed character. In each column: a ticket of
/// one's own, one of one's group, one of another department.
#[tokio::test]
async fn p_02_who_may_do_what_to_whose_ticket() {
    both(|desk| async move {
        let everybody = Everybody::of(&desk).await;
        let mut scenes = Scenes::of(&desk).await;
        let mut table = heads(&everybody, 23);
        for what in of_tickets::OPERATIONS {
            write!(table, "{what:23}").unwrap();
            for (_, who) in &everybody.0 {
                write!(table, " {:8}", scenes.cell(&desk, who, what).await).unwrap();
            }
            table.push('\n');
        }

        insta::assert_snapshot!("of_tickets", table);
    })
    .await;
}

#[tokio::test]
async fn p_02_who_may_do_what_at_large() {
    both(|desk| async move {
        let everybody = Everybody::of(&desk).await;
        let mut table = heads(&everybody, 20);
        for what in at_large::OPERATIONS {
            write!(table, "{what:20}").unwrap();
            for (_, who) in &everybody.0 {
                write!(table, " {:8}", mark(&at_large::attempt(&desk, who, what).await)).unwrap();
            }
            table.push('\n');
        }

        insta::assert_snapshot!("at_large", table);
    })
    .await;
}

/// Who adds an operation says who may do it.
#[test]
fn p_02_no_operation_is_left_out() {
    let tried: BTreeSet<&str> =
        of_tickets::OPERATIONS.into_iter().chain(at_large::OPERATIONS).collect();

    let left_out: Vec<String> = every_operation::names()
        .into_iter()
        .filter(|name| !tried.contains(name.as_str()))
        .collect();

    assert!(left_out.is_empty(), "in no table of permissions: {left_out:?}");
}

fn mark(outcome: &Result<()>) -> char {
    match outcome {
        Err(DeskError::Forbidden | DeskError::SignedOut) => '-',
        Err(DeskError::NotFound) => '.',
        Ok(()) | Err(_) => '+',
    }
}

/// What is refused changes nothing, so the next in line finds the same scene.
struct Scenes([Scene; 3]);

impl Scenes {
    async fn of(desk: &TestDesk) -> Self {
        let [own, group, elsewhere] = Place::ALL.map(|place| Box::pin(scene(desk, place)));
        Self([own.await, group.await, elsewhere.await])
    }

    async fn cell(&mut self, desk: &TestDesk, who: &Actor, what: &str) -> String {
        let mut cell = String::new();
        for (at, place) in self.0.iter_mut().zip(Place::ALL) {
            let attempt = Box::pin(of_tickets::attempt(desk, who, what, at));
            let mark = mark(&attempt.await);
            if mark == '+' {
                *at = Box::pin(scene(desk, place)).await;
            }
            cell.push(mark);
        }
        cell
    }
}

fn heads(everybody: &Everybody, indent: usize) -> String {
    let names: Vec<String> = everybody.0.iter().map(|(name, _)| format!("{name:8}")).collect();
    format!("{:indent$} {}\n", "", names.join(" "))
}
