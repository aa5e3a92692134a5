//! Statements whose shape depends on what is asked: the one place where SQL is put together.
//!
//! Text comes from the program only; every value is bound.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, FromRow};

use crate::{Result, Tx};

#[derive(Debug, Default)]
pub(crate) struct Sql {
    text: String,
    values: Vec<Value>,
}

#[derive(Debug)]
enum Value {
    Number(i64),
    Text(String),
}

/// A row either database can give.
pub(crate) trait Row:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{}

impl Sql {
    pub fn new(text: &'static str) -> Self {
        Self { text: text.to_owned(), values: Vec::new() }
    }

    pub fn add(&mut self, text: &'static str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    pub fn number(&mut self, number: i64) -> &mut Self {
        self.value(Value::Number(number))
    }

    pub fn text(&mut self, text: &str) -> &mut Self {
        self.value(Value::Text(text.to_owned()))
    }

    /// ` IN (…)`; nothing is in an empty list.
    pub fn among(&mut self, numbers: impl IntoIterator<Item = i64>) -> &mut Self {
        self.add(" IN (");
        let before = self.values.len();
        for number in numbers {
            if self.values.len() > before {
                self.add(", ");
            }
            self.number(number);
        }
        if self.values.len() == before {
            self.add("NULL");
        }
        self.add(")")
    }

    fn value(&mut self, value: Value) -> &mut Self {
        self.values.push(value);
        self.text.push('$');
        self.text.push_str(&self.values.len().to_string());
        self
    }

    pub async fn all<R: Row>(self, tx: &mut Tx) -> Result<Vec<R>> {
        let Self { text, values } = self;
        Ok(crate::on!(tx, conn => {
            let mut query = sqlx::query_as(AssertSqlSafe(text));
            for value in values {
                query = match value {
                    Value::Number(number) => query.bind(number),
                    Value::Text(text) => query.bind(text),
                };
            }
            query.fetch_all(conn).await?
        }))
    }

    /// Planned for just these values, where the best plan depends on them.
    pub async fn all_planned_anew<R: Row>(self, tx: &mut Tx) -> Result<Vec<R>> {
        let Self { text, values } = self;
        Ok(crate::on!(tx, conn => {
            let mut query = sqlx::query_as(AssertSqlSafe(text)).persistent(false);
            for value in values {
                query = match value {
                    Value::Number(number) => query.bind(number),
                    Value::Text(text) => query.bind(text),
                };
            }
            query.fetch_all(conn).await?
        }))
    }
}
