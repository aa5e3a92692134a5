//! Rows of `partner_contacts`: the people of suppliers and merchants.

use domain::contact::{Email, Phone};
use domain::id::{ContactId, CustomerId, PartnerId};
use domain::partner::PartnerContact;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored};

/// Somebody about to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewRow<'a> {
    pub partner: PartnerId,
    pub name: &'a str,
    pub phone: Option<&'a Phone>,
    pub email: Option<&'a Email>,
}

pub async fn insert(tx: &mut Tx, new: NewRow<'_>) -> Result<ContactId> {
    const SQL: &str = "INSERT INTO partner_contacts (partner, name, phone, email, active)
        VALUES ($1, $2, $3, $4, $5) RETURNING id";
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(new.partner.0)
            .bind(new.name)
            .bind(new.phone.map(Phone::as_str))
            .bind(new.email.map(Email::as_str))
            .bind(true)
            .fetch_one(conn)
            .await?
    });
    Ok(ContactId(id))
}

/// Whoever still answers for a partner that is still one.
pub async fn find_active(tx: &mut Tx, id: ContactId) -> Result<Option<PartnerContact>> {
    const SQL: &str = "SELECT c.id, c.partner, c.name, c.phone, c.email, c.active
        FROM partner_contacts c JOIN partners p ON p.id = c.partner
        WHERE c.id = $1 AND c.active AND p.active";
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_optional(conn).await?);
    row.map(PartnerContact::try_from).transpose()
}

pub async fn of_partner(tx: &mut Tx, partner: PartnerId) -> Result<Vec<PartnerContact>> {
    const SQL: &str = "SELECT id, partner, name, phone, email, active FROM partner_contacts
        WHERE partner = $1 ORDER BY id";
    let rows: Vec<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(partner.0).fetch_all(conn).await?);
    rows.into_iter().map(PartnerContact::try_from).collect()
}

pub async fn all(tx: &mut Tx) -> Result<Vec<PartnerContact>> {
    const SQL: &str =
        "SELECT id, partner, name, phone, email, active FROM partner_contacts ORDER BY id";
    let rows: Vec<Row> = on!(tx, conn => sqlx::query_as(SQL).fetch_all(conn).await?);
    rows.into_iter().map(PartnerContact::try_from).collect()
}

pub async fn set_active(tx: &mut Tx, id: ContactId, active: bool) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE partner_contacts SET active = $2 WHERE id = $1")
            .bind(id.0)
            .bind(active)
            .execute(conn)
            .await?;
    });
    Ok(())
}

/// As whom a contact files tickets.
pub async fn customer_of(tx: &mut Tx, id: ContactId) -> Result<Option<CustomerId>> {
    let customer: Option<Option<i64>> = on!(tx, conn => {
        sqlx::query_scalar("SELECT customer FROM partner_contacts WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
    });
    Ok(customer.flatten().map(CustomerId))
}

pub async fn set_customer(tx: &mut Tx, id: ContactId, customer: CustomerId) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE partner_contacts SET customer = $2 WHERE id = $1")
            .bind(id.0)
            .bind(customer.0)
            .execute(conn)
            .await?;
    });
    Ok(())
}

#[derive(FromRow)]
struct Row {
    id: i64,
    partner: i64,
    name: String,
    phone: Option<String>,
    email: Option<String>,
    active: bool,
}

impl TryFrom<Row> for PartnerContact {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, partner, name, phone, email, active } = row;
        Ok(Self {
            id: ContactId(id),
            partner: PartnerId(partner),
            name,
            phone: phone.map(stored::<Phone, _>).transpose()?,
            email: email.map(stored::<Email, _>).transpose()?,
            active,
        })
    }
}
