//! Rows of `customers` and of `organizations`.

use domain::contact::{Email, Phone};
use domain::customer::{Contact, Customer, Region, RequesterKind};
use domain::id::{CustomerId, OrganizationId};
use domain::time::Timestamp;
use sqlx::FromRow;

use crate::{Result, StoreError, Tx, on, stored};

/// A customer about to be kept. With a password they can sign in, and their contact is theirs
/// alone.
#[derive(Clone, Copy, Debug)]
pub struct NewRow<'a> {
    pub name: &'a str,
    pub phone: Option<&'a Phone>,
    pub email: Option<&'a Email>,
    pub kind: RequesterKind,
    pub vip: bool,
    pub organization: Option<OrganizationId>,
    pub password_hash: Option<&'a str>,
}

impl<'a> NewRow<'a> {
    /// Somebody who filed, and of whom nothing more is known.
    pub const fn unregistered(
        name: &'a str,
        phone: Option<&'a Phone>,
        email: Option<&'a Email>,
    ) -> Self {
        let (kind, vip) = (RequesterKind::Customer, false);
        Self { name, phone, email, kind, vip, organization: None, password_hash: None }
    }
}

pub async fn insert(tx: &mut Tx, new: NewRow<'_>, now: Timestamp) -> Result<CustomerId> {
    const SQL: &str = "INSERT INTO customers
            (name, phone, email, kind, vip, organization, password, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar(SQL)
            .bind(new.name)
            .bind(new.phone.map(Phone::as_str))
            .bind(new.email.map(Email::as_str))
            .bind(new.kind.as_str())
            .bind(new.vip)
            .bind(new.organization.map(|it| it.0))
            .bind(new.password_hash)
            .bind(now.0)
            .fetch_one(conn)
            .await?
    });
    Ok(CustomerId(id))
}

pub async fn find(tx: &mut Tx, id: CustomerId) -> Result<Option<Customer>> {
    const SQL: &str = "SELECT id, name, phone, email, kind, vip, organization
        FROM customers WHERE id = $1";
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(SQL).bind(id.0).fetch_optional(conn).await?);
    row.map(Customer::try_from).transpose()
}

/// The one with this phone, else the one with this address, who has not registered: a number
/// somebody typed proves nothing, so it never leads to an account. The first of several.
pub async fn by_contact(tx: &mut Tx, contact: &Contact) -> Result<Option<Customer>> {
    const BY_PHONE: &str = "SELECT id, name, phone, email, kind, vip, organization
        FROM customers WHERE phone = $1 AND password IS NULL ORDER BY id LIMIT 1";
    const BY_EMAIL: &str = "SELECT id, name, phone, email, kind, vip, organization
        FROM customers WHERE email = $1 AND password IS NULL ORDER BY id LIMIT 1";
    if let Some(phone) = &contact.phone
        && let Some(found) = one(tx, BY_PHONE, phone.as_str()).await?
    {
        return Ok(Some(found));
    }
    match &contact.email {
        Some(email) => one(tx, BY_EMAIL, email.as_str()).await,
        None => Ok(None),
    }
}

/// Whoever an agent means by this contact: the registered one of several. Only for those who may
/// look customers up anyway.
pub async fn anyone_by_contact(tx: &mut Tx, contact: &Contact) -> Result<Option<Customer>> {
    let phone = match &contact.phone {
        Some(phone) => registered_by_phone(tx, phone).await?,
        None => None,
    };
    let account = match (&phone, &contact.email) {
        (None, Some(email)) => registered_by_email(tx, email).await?,
        _ => phone,
    };
    match account {
        Some((id, _)) => find(tx, id).await,
        None => by_contact(tx, contact).await,
    }
}

/// The account of a phone number, with the hash of its password.
pub async fn registered_by_phone(
    tx: &mut Tx,
    phone: &Phone,
) -> Result<Option<(CustomerId, String)>> {
    const SQL: &str =
        "SELECT id, password FROM customers WHERE phone = $1 AND password IS NOT NULL";
    account(tx, SQL, phone.as_str()).await
}

/// The account of a mail address, with the hash of its password.
pub async fn registered_by_email(
    tx: &mut Tx,
    email: &Email,
) -> Result<Option<(CustomerId, String)>> {
    const SQL: &str =
        "SELECT id, password FROM customers WHERE email = $1 AND password IS NOT NULL";
    account(tx, SQL, email.as_str()).await
}

/// Where the customer lives, as far as it is known: `浙江 / 杭州`.
pub async fn region(tx: &mut Tx, id: CustomerId) -> Result<Option<String>> {
    let region: Option<Option<String>> = on!(tx, conn => {
        sqlx::query_scalar("SELECT region FROM customers WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
    });
    Ok(region.flatten())
}

pub async fn set_region(tx: &mut Tx, id: CustomerId, region: Option<&Region>) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE customers SET region = $2 WHERE id = $1")
            .bind(id.0)
            .bind(region.map(Region::as_str))
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn password_hash(tx: &mut Tx, id: CustomerId) -> Result<Option<String>> {
    let hash: Option<Option<String>> = on!(tx, conn => {
        sqlx::query_scalar("SELECT password FROM customers WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
    });
    Ok(hash.flatten())
}

pub async fn set_password(tx: &mut Tx, id: CustomerId, password_hash: &str) -> Result<()> {
    on!(tx, conn => {
        sqlx::query("UPDATE customers SET password = $2 WHERE id = $1")
            .bind(id.0)
            .bind(password_hash)
            .execute(conn)
            .await?;
    });
    Ok(())
}

pub async fn insert_organization(tx: &mut Tx, name: &str) -> Result<OrganizationId> {
    let id: i64 = on!(tx, conn => {
        sqlx::query_scalar("INSERT INTO organizations (name) VALUES ($1) RETURNING id")
            .bind(name)
            .fetch_one(conn)
            .await?
    });
    Ok(OrganizationId(id))
}

pub async fn organization_name(tx: &mut Tx, id: OrganizationId) -> Result<Option<String>> {
    Ok(on!(tx, conn => {
        sqlx::query_scalar("SELECT name FROM organizations WHERE id = $1")
            .bind(id.0)
            .fetch_optional(conn)
            .await?
    }))
}

async fn one(tx: &mut Tx, sql: &'static str, contact: &str) -> Result<Option<Customer>> {
    let row: Option<Row> =
        on!(tx, conn => sqlx::query_as(sql).bind(contact).fetch_optional(conn).await?);
    row.map(Customer::try_from).transpose()
}

async fn account(
    tx: &mut Tx,
    sql: &'static str,
    contact: &str,
) -> Result<Option<(CustomerId, String)>> {
    let row: Option<(i64, String)> =
        on!(tx, conn => sqlx::query_as(sql).bind(contact).fetch_optional(conn).await?);
    Ok(row.map(|(id, hash)| (CustomerId(id), hash)))
}

#[derive(FromRow)]
struct Row {
    id: i64,
    name: String,
    phone: Option<String>,
    email: Option<String>,
    kind: String,
    vip: bool,
    organization: Option<i64>,
}

impl TryFrom<Row> for Customer {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let Row { id, name, phone, email, kind, vip, organization } = row;
        Ok(Self {
            id: CustomerId(id),
            name,
            phone: phone.map(stored).transpose()?,
            email: email.map(stored).transpose()?,
            kind: stored(kind)?,
            vip,
            organization: organization.map(OrganizationId),
        })
    }
}
