//! People who are served, as a strip beside their ticket and as a list.

use domain::actor::{TakesPart, Whose};
use domain::contact::{Email, Phone};
use domain::customer::Customer;
use domain::id::{AgentId, CustomerId, DepartmentId, GroupId, OrganizationId, TicketId};
use domain::list::{Cursor, Page, PageSize};
use domain::page::{CustomerCard, EarlierTicket};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::sql::Sql;
use crate::{Result, Tx, on, stored, tickets};

/// More than these are "many"; nobody counts further for a strip.
const MANY: i64 = 1000;

#[derive(FromRow)]
struct CardRow {
    id: i64,
    name: String,
    vip: bool,
    phone: Option<String>,
    email: Option<String>,
    organization: Option<String>,
    region: Option<String>,
    tickets: i64,
}

/// Without earlier tickets; see [`earlier`].
pub async fn card(tx: &mut Tx, customer: CustomerId) -> Result<Option<CustomerCard>> {
    let row: Option<CardRow> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT c.id, c.name, c.vip, c.phone, c.email, o.name AS organization, c.region,
                 (SELECT COUNT(*) FROM
                     (SELECT id FROM tickets WHERE requester = c.id LIMIT $2) AS a_few) AS tickets
             FROM customers c LEFT JOIN organizations o ON o.id = c.organization
             WHERE c.id = $1",
        )
        .bind(customer.0)
        .bind(MANY)
        .fetch_optional(conn)
        .await?
    });
    row.map(CardRow::read).transpose()
}

impl CardRow {
    fn read(self) -> Result<CustomerCard> {
        let phone = self.phone.map(stored::<Phone, _>).transpose()?;
        Ok(CustomerCard {
            id: CustomerId(self.id),
            name: self.name,
            vip: self.vip,
            phone: phone.map(|phone| phone.masked()),
            email: self.email.map(stored::<Email, _>).transpose()?,
            organization: self.organization,
            region: self.region,
            tickets: self.tickets,
            earlier: Vec::new(),
        })
    }
}

#[derive(FromRow)]
struct EarlierRow {
    id: i64,
    subject: String,
    state: String,
    created_at: i64,
    rating_result: Option<i64>,
    rating_process: Option<i64>,
    rated_at: Option<i64>,
    group_id: i64,
    department: i64,
    owner: Option<i64>,
}

/// The newest tickets of a customer, each with whose it is: not everyone may read all of them.
pub async fn earlier(
    tx: &mut Tx,
    customer: CustomerId,
    except: Option<TicketId>,
    limit: u16,
) -> Result<Vec<(EarlierTicket, Whose)>> {
    let rows: Vec<EarlierRow> = on!(tx, conn => {
        sqlx::query_as(
            "SELECT id, subject, state, created_at, rating_result, rating_process, rated_at,
                 group_id, department, owner
             FROM tickets WHERE requester = $1 AND id <> $2 ORDER BY id DESC LIMIT $3",
        )
        .bind(customer.0)
        .bind(except.map_or(0, |id| id.0))
        .bind(i64::from(limit))
        .fetch_all(conn)
        .await?
    });
    rows.into_iter().map(|row| row.read(customer)).collect()
}

impl EarlierRow {
    fn read(self, requester: CustomerId) -> Result<(EarlierTicket, Whose)> {
        let id = TicketId(self.id);
        let whose = Whose {
            ticket: id,
            group: GroupId(self.group_id),
            department: DepartmentId(self.department),
            owner: self.owner.map(AgentId),
            requester,
            takes_part: TakesPart::No,
        };
        let earlier = EarlierTicket {
            number: id.number(),
            subject: self.subject,
            state: stored(self.state)?,
            created_at: Timestamp(self.created_at),
            rating: tickets::rating(self.rating_result, self.rating_process, self.rated_at)?,
        };
        Ok((earlier, whose))
    }
}

#[derive(FromRow)]
struct CustomerRow {
    id: i64,
    name: String,
    phone: Option<String>,
    email: Option<String>,
    kind: String,
    vip: bool,
    organization: Option<i64>,
}

/// Newest first; `words` is a whole phone number or mail address, or part of a name.
pub async fn customers(
    tx: &mut Tx,
    words: Option<&str>,
    after: Option<Cursor>,
    limit: PageSize,
) -> Result<Page<Customer>> {
    let mut sql = Sql::new(
        "SELECT id, name, phone, email, kind, vip, organization FROM customers WHERE id < ",
    );
    sql.number(after.map_or(i64::MAX, |cursor| cursor.id));
    if let Some(words) = words.map(str::trim).filter(|words| !words.is_empty()) {
        about(&mut sql, words);
    }
    sql.add(" ORDER BY id DESC LIMIT ").number(i64::from(limit.get()) + 1);
    let mut rows: Vec<CustomerRow> = sql.all(tx).await?;
    let more = rows.len() > usize::from(limit.get());
    rows.truncate(limit.get().into());
    let next = rows.last().filter(|_| more).map(|row| Cursor { rank: 0, id: row.id });
    Ok(Page { rows: rows.into_iter().map(CustomerRow::read).collect::<Result<_>>()?, next })
}

fn about(sql: &mut Sql, words: &str) {
    if let Ok(phone) = Phone::try_from(words.to_owned()) {
        sql.add(" AND phone = ").text(phone.as_str());
    } else if let Ok(email) = Email::try_from(words.to_owned()) {
        sql.add(" AND email = ").text(email.as_str());
    } else {
        let escaped = words.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
        sql.add(" AND name LIKE ").text(&format!("%{escaped}%")).add(r" ESCAPE '\'");
    }
}

impl CustomerRow {
    fn read(self) -> Result<Customer> {
        Ok(Customer {
            id: CustomerId(self.id),
            name: self.name,
            phone: self.phone.map(stored::<Phone, _>).transpose()?,
            email: self.email.map(stored::<Email, _>).transpose()?,
            kind: stored(self.kind)?,
            vip: self.vip,
            organization: self.organization.map(OrganizationId),
        })
    }
}
