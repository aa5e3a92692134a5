//! A new database for every test, copied from one that was filled once.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;
use tokio::sync::OnceCell;
use tokio::task::spawn_blocking;

use crate::cast::{self, Cast};
use crate::postgres;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    Postgres,
}

/// A database with the cast in it, and a folder for files that goes with the last who holds it.
#[derive(Clone, Debug)]
pub struct Place {
    pub url: String,
    pub folder: Arc<TempDir>,
}

const TEMPLATE: &str = "gongdan_template";
/// The whole file, a kilobyte for each table.
static SQLITE: OnceCell<(Vec<u8>, Cast)> = OnceCell::const_new();
static POSTGRES: OnceCell<Cast> = OnceCell::const_new();
static COUNT: AtomicU32 = AtomicU32::new(0);

impl Database {
    /// A database of its own for somebody, with the cast in it.
    pub async fn with_cast(self) -> (Place, Cast) {
        let folder = Arc::new(folder());
        let (url, cast) = match self {
            Self::Sqlite => sqlite(&folder).await,
            Self::Postgres => postgres().await,
        };
        (Place { url, folder }, cast)
    }
}

async fn sqlite(folder: &TempDir) -> (String, Cast) {
    let (file, cast) = SQLITE.get_or_init(fill_sqlite).await;
    let path = folder.path().join("gongdan.db");
    fs::write(&path, file).unwrap();
    (format!("sqlite:{}", path.display()), cast.clone())
}

async fn fill_sqlite() -> (Vec<u8>, Cast) {
    let folder = folder();
    let path = folder.path().join("template.db");
    let cast = cast::fill(&format!("sqlite:{}", path.display())).await;
    (fs::read(&path).unwrap(), cast)
}

async fn postgres() -> (String, Cast) {
    let cast = POSTGRES.get_or_init(fill_postgres).await.clone();
    let name = format!("test_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    let url = spawn_blocking(move || postgres::server().create(&name, Some(TEMPLATE))).await;
    (url.unwrap(), cast)
}

async fn fill_postgres() -> Cast {
    let url = spawn_blocking(|| postgres::server().create(TEMPLATE, None)).await.unwrap();
    cast::fill(&url).await
}

fn folder() -> TempDir {
    tempfile::Builder::new().prefix("gongdan-test-").tempdir().unwrap()
}
