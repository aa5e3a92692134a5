//! Lists of supervisions, the newest first.

use domain::id::{AgentId, DepartmentId};
use domain::list::{Cursor, Page};
use domain::supervision::{Figure, Supervision, SupervisionQuery, SupervisionsOf};
use domain::time::Timestamp;

use super::Row;
use crate::sql::Sql;
use crate::{Result, Tx};

/// Who reads the list.
#[derive(Clone, Debug)]
pub struct Reader {
    pub me: AgentId,
    /// Sees the supervisions of every department.
    pub everything: bool,
    /// The departments one answers for.
    pub departments: Vec<DepartmentId>,
    /// The departments one leads.
    pub leads: Vec<DepartmentId>,
}

pub async fn page(
    tx: &mut Tx,
    reader: &Reader,
    query: &SupervisionQuery,
    since: Option<Timestamp>,
) -> Result<Page<Supervision>> {
    let mut sql = Sql::new("SELECT s.* FROM supervisions s WHERE s.id < ");
    sql.number(query.after.map_or(i64::MAX, |cursor| cursor.id));
    seen(&mut sql, reader, query.of);
    if let Some(department) = query.department {
        sql.add(" AND s.department = ").number(department.0);
    }
    if let Some(since) = since {
        sql.add(" AND s.issued_at >= ").number(since.0);
    }
    sql.add(query.figure.map_or("", behind));
    sql.add(" ORDER BY s.id DESC LIMIT ").number(i64::from(query.limit.get()) + 1);
    let mut rows: Vec<Supervision> =
        sql.all::<Row>(tx).await?.into_iter().map(Supervision::try_from).collect::<Result<_>>()?;
    let more = rows.len() > usize::from(query.limit.get());
    rows.truncate(query.limit.get().into());
    let next = rows.last().filter(|_| more).map(|last| Cursor { rank: 0, id: last.id.0 });
    Ok(Page { rows, next })
}

fn seen(sql: &mut Sql, reader: &Reader, of: SupervisionsOf) {
    match of {
        SupervisionsOf::ByMe => {
            sql.add(" AND s.issuer = ").number(reader.me.0);
        }
        SupervisionsOf::ToMe => {
            sql.add(" AND s.lifted_at IS NULL AND s.answerable");
            sql.among(reader.leads.iter().map(|id| id.0));
        }
        SupervisionsOf::All if reader.everything => {}
        SupervisionsOf::All => visible(sql, reader),
    }
}

/// One's own departments', those one issued or answers for, and those over tickets one works on.
fn visible(sql: &mut Sql, reader: &Reader) {
    let leads = || reader.leads.iter().map(|id| id.0);
    sql.add(" AND (s.issuer = ").number(reader.me.0);
    sql.add(" OR s.department").among(reader.departments.iter().map(|id| id.0));
    sql.add(" OR s.answerable").among(leads());
    sql.add(
        " OR EXISTS (SELECT 1 FROM supervision_targets x
             JOIN participants p ON p.ticket = x.ticket
             WHERE x.supervision = s.id AND p.agent = ",
    );
    sql.number(reader.me.0).add("))");
}

/// The same as [`Figure::counts`], in the words of the database.
const fn behind(figure: Figure) -> &'static str {
    match figure {
        Figure::Issued => "",
        Figure::AcknowledgedInTime => " AND s.acknowledged_in_time",
        Figure::AnsweredInTime => " AND COALESCE(s.answered_at, s.lifted_at) <= s.deadline",
        Figure::Missed => " AND s.missed_at IS NOT NULL",
        Figure::Repeated => " AND s.repeated",
        Figure::Running => " AND s.lifted_at IS NULL",
    }
}
