//! Filing a ticket.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use desk::Desk;
use domain::id::{AttachmentId, CategoryId};
use domain::page::{Filed, Filing};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::categories::door;
use crate::error::ApiError;
use crate::extract::Json;
use crate::idempotency::{IdempotencyKey, replay};
use crate::reference::IdRef;
use crate::tickets::flaws;
use crate::words::{PriorityWord, StateWord, SubstateWord};

/// A new ticket. The category is named by `category` or by `category_id`.
#[derive(Deserialize, ToSchema)]
pub(crate) struct CreateBody {
    /// The names from the top.
    #[serde(default)]
    #[schema(max_items = 5, examples(json!(["投诉", "已购买", "商家售假"])))]
    category: Option<Vec<String>>,
    category_id: Option<IdRef>,
    /// Without it, the first line of the description.
    #[schema(max_length = 200, examples("收到假货"))]
    subject: Option<String>,
    #[serde(default)]
    #[schema(
        required,
        min_length = 1,
        max_length = 20_000,
        pattern = r"\S",
        examples("买的球鞋是假的，请退款。")
    )]
    description: String,
    /// Whose ticket it is.
    #[serde(default)]
    customer: RequesterBody,
    priority: Option<PriorityWord>,
    /// The key of the door it came through, which may limit what can be filed. Without one: the
    /// API's own.
    #[schema(max_length = 40, examples("c315"))]
    channel: Option<String>,
    /// What the category asks for, by the field's key or id.
    #[serde(default)]
    fields: BTreeMap<String, FieldInput>,
    /// Ids of files that were uploaded before.
    #[serde(default)]
    #[schema(max_items = 20)]
    attachments: Vec<IdRef>,
}

/// Whose ticket it is: whoever has this phone number or this mail address.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct RequesterBody {
    #[schema(max_length = 80, examples("王小美"))]
    name: Option<String>,
    #[schema(examples("13812345521"))]
    phone: Option<String>,
    #[schema(examples("xiaomei@example.com"))]
    email: Option<String>,
}

/// What is written in a field: text, a number, or several choices.
#[derive(Deserialize, ToSchema)]
#[serde(untagged, expecting = "text, a number, or an array of text")]
pub(crate) enum FieldInput {
    Text(String),
    #[schema(value_type = f64)]
    Number(serde_json::Number),
    Choices(Vec<String>),
}

/// The ticket that was filed.
#[derive(Serialize, ToSchema)]
pub(crate) struct CreatedBody {
    #[schema(examples(20417))]
    id: i64,
    #[schema(examples("GD-20417"))]
    number: String,
    state: StateWord,
    substate: SubstateWord,
    /// Opens the customer's progress page without a password. For the customer alone.
    #[schema(examples("/t/GD-20417?k=…"))]
    link: String,
}

impl FieldInput {
    fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
            Self::Choices(choices) => choices.join("\n"),
        }
    }
}

impl CreateBody {
    fn filing(self, idempotency_key: Option<String>) -> Filing {
        let RequesterBody { name, phone, email } = self.customer;
        let fields = self.fields.into_iter().map(|(field, input)| (field, input.into_text()));
        Filing {
            category: self.category_id.map(|id| CategoryId(id.0)),
            path: self.category.unwrap_or_default(),
            subject: self.subject,
            description: self.description,
            name,
            phone,
            email,
            priority: self.priority.map(Into::into),
            fields: fields.collect(),
            attachments: self.attachments.into_iter().map(|id| AttachmentId(id.0)).collect(),
            upload_keys: Vec::new(), // an agent's own are known by their agent
            idempotency_key,
        }
    }
}

impl From<&Filed> for CreatedBody {
    fn from(Filed { number, state, link, again: _ }: &Filed) -> Self {
        Self {
            id: number.0.0,
            number: number.to_string(),
            state: state.category().into(),
            substate: (*state).into(),
            link: link.clone(),
        }
    }
}

/// File a ticket for a customer.
///
/// With an `Idempotency-Key`, the same request sent again is answered with the same ticket and the
/// header `Idempotent-Replay: true`; a different request with the same key is refused.
#[utoipa::path(post, path = "/tickets", tag = "tickets", operation_id = "create_ticket",
    request_body = CreateBody,
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 255,
        pattern = "^[!-~]+$", description = "What you call this request")),
    responses((status = 201, description = "Filed", body = CreatedBody,
        headers(
            ("Location" = String, description = "Where the ticket is"),
            ("Idempotent-Replay" = String,
                description = "`true` when it had been filed before"),
        ))))]
pub(crate) async fn create_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    IdempotencyKey(key): IdempotencyKey,
    Json(body): Json<CreateBody>,
) -> Result<Response, ApiError> {
    let channel = body.channel.clone().unwrap_or_else(|| door(&actor).to_owned());
    let filing = body.filing(key);
    let filed = match desk.file(&actor, &channel, filing.clone()).await {
        Ok(filed) => filed,
        Err(error) => return Err(flaws::in_the_callers_words(&desk, &filing, error).await?),
    };
    let place = [(LOCATION, format!("/api/v1/tickets/{}", filed.number))];
    let body = axum::Json(CreatedBody::from(&filed));
    Ok((StatusCode::CREATED, place, replay(filed.again).map(axum::response::AppendHeaders), body)
        .into_response())
}
