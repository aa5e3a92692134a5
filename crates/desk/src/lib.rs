//! What people do at the desk.
//!
//! Each public method of [`Desk`] is one operation, and each operation that writes is one
//! transaction: read, ask the rules, write, record what happened, commit, tell the listeners. Every
//! door into the system (pages, JSON API, background jobs) ends up here, and every operation takes
//! the actor first.

use std::sync::Arc;

use channels::Http;
use store::Store;
use store::files::Files;

use accounts::passwords::Passwords;

pub use accounts::{NewAgent, NewCustomer, SignedIn};
pub use asking::Ask;
pub use attachments::Upload;
pub use catalogue::{NewCategory, NewField, NewGroup, NewRole};
pub use clock::{Clock, SystemClock};
pub use completing::Completion;
pub use error::{DeskError, Result};
pub use fittings::Fittings;
pub use inbound::Letters;
pub use live::{Live, LiveItem, LiveStream};
pub use outbox::Errand;
pub use partners::NewContact;
pub use post::{Outbox, Post};
pub use replying::{Said, Say, Then};
pub use sealing::SealingKey;
pub use supervising::{Issued, NewSupervision};
pub use tokens::{Granted, TokenScope};
pub use waiting::WaitPlan;

mod accounts;
mod acting_outside;
mod archiving;
mod asking;
mod attaching;
mod attachments;
mod behind;
mod boards;
mod business;
mod calculators;
mod case_file;
mod catalogue;
mod chance;
mod children;
mod chores;
mod clock;
mod completing;
mod connectors;
mod customers;
pub mod demo;
mod designing;
mod drafts;
mod editing;
mod error;
mod escalating;
mod filing;
mod fittings;
mod flows;
mod identity;
mod inbound;
mod links;
mod lists;
mod live;
mod may;
mod merging;
mod narrow;
mod once;
mod outbox;
mod pages;
mod partners;
mod post;
mod presence;
mod rating;
mod reassigning;
mod remembered;
mod replying;
mod resolving;
mod rules;
mod sealing;
mod searching;
pub mod standards;
mod step_times;
mod steps;
mod stuck;
mod supervising;
mod task_views;
mod tasks;
mod tidying;
mod tokens;
mod transferring;
mod urging;
mod waiting;
mod work;

/// Cheap to clone: a pool, a clock and a hub.
#[derive(Clone)]
pub struct Desk {
    store: Store,
    clock: Arc<dyn Clock>,
    live: Live,
    files: Files,
    /// What links are signed with.
    secret: Arc<[u8]>,
    passwords: Passwords,
    post: Arc<dyn Post>,
    largest_file: u64,
    /// What the secrets of connectors are sealed under.
    sealing: SealingKey,
    http: Http,
    /// What the desk's own links begin with.
    address: Arc<str>,
    remembered: remembered::Remembered,
}

impl Desk {
    /// Opens for business: brings the settings up to date and starts listening for what other
    /// processes do.
    pub async fn open(
        store: Store,
        files: Files,
        clock: Arc<dyn Clock>,
        fittings: Fittings,
    ) -> Result<Self> {
        let mut tx = store.begin().await?;
        let secret = standards::bring(&mut tx).await?;
        tx.commit().await?;
        Ok(Self {
            live: Live::start(&store).await?,
            store,
            clock,
            files,
            secret: secret.into_bytes().into(),
            passwords: Passwords::new(fittings.hashing)?,
            post: fittings.post,
            largest_file: fittings.largest_file,
            sealing: fittings.sealing,
            http: Http::open(),
            address: fittings.address.trim_end_matches('/').into(),
            remembered: remembered::Remembered::default(),
        })
    }
}
