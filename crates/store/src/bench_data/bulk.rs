//! Many rows at once: `COPY` on Postgres, long `INSERT`s on SQLite.

use sqlx::AssertSqlSafe;

use crate::{Result, Tx};

#[derive(Clone, Debug)]
pub(super) enum Cell {
    None,
    Number(i64),
    Flag(bool),
    Text(String),
}

/// Rows for several tables, written in the order in which the tables first came up.
#[derive(Debug, Default)]
pub(super) struct Bulk(Vec<(&'static str, &'static str, Vec<Vec<Cell>>)>);

/// What SQLite takes in one statement, with some room.
const MOST_VALUES: usize = 30_000;

impl Bulk {
    pub fn add(&mut self, table: &'static str, columns: &'static str, row: Vec<Cell>) {
        match self.0.iter_mut().find(|(known, with, _)| (*known, *with) == (table, columns)) {
            Some((_, _, rows)) => rows.push(row),
            None => self.0.push((table, columns, vec![row])),
        }
    }

    pub async fn write(self, tx: &mut Tx) -> Result<()> {
        for (table, columns, rows) in self.0 {
            match tx {
                Tx::Sqlite(tx) => insert(tx, table, columns, rows).await?,
                Tx::Postgres(tx) => copy(tx, table, columns, &rows).await?,
            }
        }
        Ok(())
    }
}

async fn insert(
    conn: &mut sqlx::SqliteConnection,
    table: &str,
    columns: &str,
    rows: Vec<Vec<Cell>>,
) -> Result<()> {
    let width = rows.first().map_or(1, Vec::len);
    for some in rows.chunks((MOST_VALUES / width).min(250)) {
        let places = format!("({})", vec!["?"; width].join(", "));
        let values = vec![places; some.len()].join(", ");
        let text = format!("INSERT INTO {table} ({columns}) VALUES {values}");
        let mut query = sqlx::query(AssertSqlSafe(text));
        for cell in some.iter().flatten() {
            query = match cell {
                Cell::None => query.bind(None::<i64>),
                Cell::Number(number) => query.bind(*number),
                Cell::Flag(flag) => query.bind(*flag),
                Cell::Text(text) => query.bind(text.clone()),
            };
        }
        query.execute(&mut *conn).await?;
    }
    Ok(())
}

async fn copy(
    conn: &mut sqlx::PgConnection,
    table: &str,
    columns: &str,
    rows: &[Vec<Cell>],
) -> Result<()> {
    let mut text = String::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            text.push_str(if place == 0 { "" } else { "\t" });
            put(&mut text, cell);
        }
        text.push('\n');
    }
    let mut copying = conn.copy_in_raw(&format!("COPY {table} ({columns}) FROM STDIN")).await?;
    copying.send(text.as_bytes()).await?;
    copying.finish().await?;
    Ok(())
}

fn put(line: &mut String, cell: &Cell) {
    match cell {
        Cell::None => line.push_str("\\N"),
        Cell::Number(number) => line.push_str(&number.to_string()),
        Cell::Flag(flag) => line.push(if *flag { 't' } else { 'f' }),
        Cell::Text(text) => {
            let text = text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n");
            line.push_str(&text);
        }
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}
