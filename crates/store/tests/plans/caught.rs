//! Listens to what sqlx says it does.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::{Mutex, Once};

use tokio::sync::Mutex as Turn;
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::{Registry, filter::LevelFilter};

static HEARD: Mutex<BTreeSet<(Kind, String)>> = Mutex::new(BTreeSet::new());
static LISTENING: Once = Once::new();
/// One test listens at a time.
static TURN: Turn<()> = Turn::const_new(());

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Statement,
    Notice,
}

/// The statements sent while `asking` runs.
pub async fn statements(asking: impl Future<Output = ()>) -> Vec<String> {
    heard(Kind::Statement, asking).await
}

/// The plans Postgres explains while `asking` runs.
pub async fn plans(asking: impl Future<Output = ()>) -> Vec<String> {
    heard(Kind::Notice, asking).await
}

async fn heard(kind: Kind, asking: impl Future<Output = ()>) -> Vec<String> {
    let _turn = TURN.lock().await;
    LISTENING.call_once(|| {
        let listener = Registry::default().with(Listener).with(LevelFilter::DEBUG);
        tracing::subscriber::set_global_default(listener).unwrap();
    });
    HEARD.lock().unwrap().clear();
    asking.await;
    let heard = HEARD.lock().unwrap();
    heard.iter().filter(|(of, _)| *of == kind).map(|(_, text)| text.clone()).collect()
}

struct Listener;

impl<S: Subscriber> Layer<S> for Listener {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let kind = match event.metadata().target() {
            "sqlx::query" => Kind::Statement,
            "sqlx::postgres::notice" => Kind::Notice,
            _ => return,
        };
        let mut said = Said::default();
        event.record(&mut said);
        let text = if said.statement.trim().is_empty() { said.summary } else { said.statement };
        HEARD.lock().unwrap().insert((kind, text.trim().to_owned()));
    }
}

#[derive(Default)]
struct Said {
    statement: String,
    summary: String,
}

impl Visit for Said {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "db.statement" => value.clone_into(&mut self.statement),
            "summary" | "message" => value.clone_into(&mut self.summary),
            _ => {}
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            self.summary = format!("{value:?}");
        }
    }
}
