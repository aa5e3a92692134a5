//! Tickets by their words, the newest message first.
//!
//! Both databases walk the messages from the newest back and stop when the page is full; who may
//! read a ticket is part of the question, so nothing is found and then hidden.

use domain::id::{CustomerId, TicketId};
use domain::list::{Cursor, Page, TicketQuery, TicketRow};

use crate::lists::{self, Part};
use crate::sql::Sql;
use crate::{Result, Tx, words};

/// Whose search it is.
#[derive(Clone, Debug)]
pub enum Whom {
    Agent(Part),
    /// Only their own tickets, and only what was said to them.
    Customer(CustomerId),
    Link(TicketId),
}

/// How many hits are looked at in one go: a ticket with many hits must not leave the page short.
const STRIDE: i64 = 200;

pub async fn tickets(
    tx: &mut Tx,
    whom: &Whom,
    text: &str,
    query: &TicketQuery,
) -> Result<Page<TicketRow>> {
    let nothing = Page { rows: Vec::new(), next: None };
    let Some(pattern) = pattern(tx, text) else { return Ok(nothing) };
    let limit = usize::from(query.limit.get());
    let mut found: Vec<(i64, TicketId)> = Vec::new();
    let mut before = query.after.map(|cursor| cursor.rank);
    loop {
        let sql = hits(tx, whom, &pattern, query, before);
        let hits: Vec<(i64, i64)> = sql.all_planned_anew(tx).await?;
        before = hits.last().map(|(message, _)| *message);
        let last = i64::try_from(hits.len()).unwrap_or(STRIDE) < STRIDE;
        for (message, ticket) in hits {
            let ticket = TicketId(ticket);
            if !found.iter().any(|(_, known)| *known == ticket) {
                found.push((message, ticket));
            }
        }
        if last || found.len() > limit {
            break;
        }
    }
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|(rank, id)| Cursor { rank: *rank, id: id.0 });
    let ids: Vec<TicketId> = found.into_iter().map(|(_, id)| id).collect();
    Ok(Page { rows: lists::rows(tx, &ids).await?, next })
}

fn pattern(tx: &Tx, text: &str) -> Option<String> {
    if tx.is_postgres() { words::postgres_query(text) } else { words::sqlite_query(text) }
}

/// Whoever may read everything and looks everywhere needs no ticket to be looked at.
fn concerns_tickets(whom: &Whom, query: &TicketQuery) -> bool {
    let TicketQuery { group, owner, search_in, state, trigger, .. } = query;
    let narrowed = group.is_some()
        || owner.is_some()
        || search_in.is_some()
        || state.is_some()
        || trigger.is_some();
    narrowed || !matches!(whom, Whom::Agent(part) if part.everything)
}

fn hits(tx: &Tx, whom: &Whom, pattern: &str, query: &TicketQuery, before: Option<i64>) -> Sql {
    const SQLITE: &str = "SELECT m.id, m.ticket FROM message_words w
         CROSS JOIN messages m CROSS JOIN tickets t
         WHERE m.id = w.rowid AND t.id = m.ticket AND w.message_words MATCH ";
    const POSTGRES: &str = "SELECT m.id, m.ticket FROM messages m JOIN tickets t ON t.id = m.ticket
         WHERE m.words @@ ";
    const SQLITE_ALL: &str = "SELECT m.id, m.ticket FROM message_words w CROSS JOIN messages m
         WHERE m.id = w.rowid AND w.message_words MATCH ";
    const POSTGRES_ALL: &str = "SELECT m.id, m.ticket FROM messages m WHERE m.words @@ ";
    let mut sql = Sql::new(match (tx.is_postgres(), concerns_tickets(whom, query)) {
        (false, true) => SQLITE,
        (true, true) => POSTGRES,
        (false, false) => SQLITE_ALL,
        (true, false) => POSTGRES_ALL,
    });
    matching(tx, &mut sql, pattern);
    if let Some(before) = before {
        sql.add(if tx.is_postgres() { " AND m.id < " } else { " AND w.rowid < " }).number(before);
    }
    allowed(&mut sql, whom);
    narrowed(&mut sql, query);
    if let Some(Cursor { rank, .. }) = query.after {
        unseen(tx, &mut sql, whom, pattern, rank);
    }
    sql.add(if tx.is_postgres() { " ORDER BY m.id DESC" } else { " ORDER BY w.rowid DESC" });
    sql.add(" LIMIT ").number(STRIDE);
    sql
}

fn matching(tx: &Tx, sql: &mut Sql, pattern: &str) {
    sql.text(pattern);
    sql.add(if tx.is_postgres() { "::tsquery" } else { "" });
}

fn allowed(sql: &mut Sql, whom: &Whom) {
    match whom {
        Whom::Customer(id) => {
            sql.add(" AND m.kind = 'public_reply' AND t.requester = ").number(id.0);
        }
        Whom::Link(id) => {
            sql.add(" AND m.kind = 'public_reply' AND t.id = ").number(id.0);
        }
        Whom::Agent(part) if part.everything => {}
        Whom::Agent(part) => {
            sql.add(" AND (t.group_id").among(part.groups.iter().map(|id| id.0));
            if let Some(me) = part.takes_part {
                sql.add(" OR t.owner = ").number(me.0);
                sql.add(
                    " OR EXISTS (SELECT 1 FROM participants p WHERE p.ticket = t.id AND p.agent = ",
                );
                sql.number(me.0).add(")");
            }
            sql.add(")");
        }
    }
}

fn narrowed(sql: &mut Sql, query: &TicketQuery) {
    if let Some(group) = query.group {
        sql.add(" AND t.group_id = ").number(group.0);
    }
    if let Some(owner) = query.owner {
        sql.add(" AND t.owner = ").number(owner.0);
    }
    if let Some(view) = query.search_in {
        sql.add(" AND t.stage").among(view.stages().iter().map(|stage| stage.code()));
        sql.add(lists::marked(view));
    }
    sql.add(lists::triggered(query.trigger));
    if let Some(state) = query.state {
        sql.add(" AND t.stage").among(state.stages().iter().map(|stage| stage.code()));
    }
}

/// A ticket is shown where its newest hit is, and not again on a later page.
fn unseen(tx: &Tx, sql: &mut Sql, whom: &Whom, pattern: &str, rank: i64) {
    const SQLITE: &str = " AND NOT EXISTS (SELECT 1 FROM messages n
         CROSS JOIN message_words v WHERE v.rowid = n.id AND n.ticket = m.ticket AND n.id >= ";
    const POSTGRES: &str =
        " AND NOT EXISTS (SELECT 1 FROM messages n WHERE n.ticket = m.ticket AND n.id >= ";
    sql.add(if tx.is_postgres() { POSTGRES } else { SQLITE }).number(rank);
    sql.add(if tx.is_postgres() { " AND n.words @@ " } else { " AND v.message_words MATCH " });
    matching(tx, sql, pattern);
    if !matches!(whom, Whom::Agent(_)) {
        sql.add(" AND n.kind = 'public_reply'");
    }
    sql.add(")");
}
