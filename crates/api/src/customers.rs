//! `/api/v1/customers`: people who are served.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::customer::Customer;
use domain::id::CustomerId;
use domain::invalid::Flaws;
use domain::list::{Cursor, Page};
use domain::page::{CustomerCard, EarlierTicket};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Named, Query};
use crate::list::{ListBody, parameter, said, sound};
use crate::moment::Moment;
use crate::tickets::RatingBody;
use crate::words::{RequesterWord, StateWord};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CustomerQuery {
    /// Part of a name, a phone number or a mail address.
    q: Option<String>,
    /// `next_cursor` of the page before.
    #[param(pattern = r"^(-?([0-9]{1,18}|[1-8][0-9]{18}|9223372036854775807)\.[0-9]{1,18})?$")]
    cursor: Option<String>,
}

/// A customer in a list.
#[derive(Serialize, ToSchema)]
pub(crate) struct CustomerBody {
    id: i64,
    #[schema(examples("王小美"))]
    name: String,
    /// Enough to recognise, too little to call.
    #[schema(examples("138 **** 5521"))]
    phone: Option<String>,
    email: Option<String>,
    kind: RequesterWord,
    vip: bool,
    organization_id: Option<i64>,
}

/// A customer, and what there was with them.
#[derive(Serialize, ToSchema)]
pub(crate) struct CustomerCardBody {
    id: i64,
    #[schema(examples("王小美"))]
    name: String,
    vip: bool,
    /// Enough to recognise, too little to call.
    #[schema(examples("138 **** 5521"))]
    phone: Option<String>,
    email: Option<String>,
    organization: Option<String>,
    /// Where they live, as far as it is known.
    #[schema(examples("浙江 / 杭州"))]
    region: Option<String>,
    /// How many tickets they have.
    tickets: i64,
    /// The newest few.
    earlier: Vec<EarlierBody>,
}

/// An earlier ticket of a customer.
#[derive(Serialize, ToSchema)]
pub(crate) struct EarlierBody {
    #[schema(examples("GD-20417"))]
    number: String,
    subject: String,
    state: StateWord,
    created_at: Moment,
    rating: Option<RatingBody>,
}

impl From<Customer> for CustomerBody {
    fn from(customer: Customer) -> Self {
        let Customer { id, name, phone, email, kind, vip, organization } = customer;
        Self {
            id: id.0,
            name,
            phone: phone.map(|phone| phone.masked()),
            email: email.map(Into::into),
            kind: kind.into(),
            vip,
            organization_id: organization.map(|organization| organization.0),
        }
    }
}

impl From<CustomerCard> for CustomerCardBody {
    fn from(card: CustomerCard) -> Self {
        let CustomerCard { id, name, vip, phone, email, organization, region, tickets, earlier } =
            card;
        Self {
            id: id.0,
            name,
            vip,
            phone,
            email: email.map(Into::into),
            organization,
            region,
            tickets,
            earlier: earlier.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<EarlierTicket> for EarlierBody {
    fn from(EarlierTicket { number, subject, state, created_at, rating }: EarlierTicket) -> Self {
        Self {
            number: number.to_string(),
            subject,
            state: state.category().into(),
            created_at: created_at.into(),
            rating: rating.map(Into::into),
        }
    }
}

/// Find customers.
#[utoipa::path(get, path = "/customers", tag = "customers", operation_id = "list_customers",
    params(CustomerQuery),
    responses((status = 200, description = "One page", body = ListBody<CustomerBody>)))]
pub(crate) async fn list_customers(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Query(CustomerQuery { q, cursor }): Query<CustomerQuery>,
) -> Result<Json<ListBody<CustomerBody>>, ApiError> {
    let mut flaws = Flaws::default();
    let after = parameter(&mut flaws, "cursor", cursor, str::parse::<Cursor>);
    sound(flaws)?;
    let Page { rows, next } = desk.customers(&actor, said(q).as_deref(), after).await?;
    let items = rows.into_iter().map(Into::into).collect();
    Ok(Json(ListBody { items, next_cursor: next.map(|next| next.to_string()) }))
}

/// Look at a customer.
#[utoipa::path(get, path = "/customers/{id}", tag = "customers", operation_id = "get_customer",
    params(("id" = i64, Path, description = "The customer", minimum = 1)),
    responses((status = 200, description = "The customer", body = CustomerCardBody)))]
pub(crate) async fn get_customer(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(customer): Named<CustomerId>,
) -> Result<Json<CustomerCardBody>, ApiError> {
    Ok(Json(desk.customer(&actor, customer).await?.into()))
}
