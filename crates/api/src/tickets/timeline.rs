//! What happened to a ticket, newest first.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::event::{By, Event};
use domain::id::{EventId, TicketId};
use domain::invalid::Flaws;
use domain::page::{Entry, MessageView, Timeline};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Named, Query};
use crate::list::{ListBody, id, parameter, sound};
use crate::moment::Moment;
use crate::reference::AttachmentBody;
use crate::tickets::what;
use crate::words::MessageKindWord;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TimelineQuery {
    /// `next_cursor` of the page before.
    #[param(pattern = "^([1-9][0-9]{0,14})?$")]
    cursor: Option<String>,
}

/// Something that happened.
#[derive(Serialize, ToSchema)]
pub(crate) struct EntryBody {
    id: i64,
    /// What happened, in a word.
    #[schema(examples("reply_sent"))]
    kind: String,
    at: Moment,
    by: ByBody,
    /// What was said, where something was said.
    message: Option<MessageBody>,
    /// More about it, depending on `kind`.
    details: Map<String, Value>,
    /// Names of the people and groups `details` speaks of.
    names: Vec<String>,
}

/// Who did it.
#[derive(Serialize, ToSchema)]
pub(crate) struct ByBody {
    kind: ByWord,
    id: Option<i64>,
    name: Option<String>,
}

/// Who did it, in a word.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ByWord {
    Agent,
    Customer,
    /// Of a supplier or merchant.
    PartnerContact,
    System,
}

/// Something that was said.
#[derive(Serialize, ToSchema)]
pub(crate) struct MessageBody {
    id: i64,
    kind: MessageKindWord,
    from_customer: bool,
    body: String,
    attachments: Vec<AttachmentBody>,
}

impl From<Entry> for EntryBody {
    fn from(Entry { event, who, message, names }: Entry) -> Self {
        let Event { id, ticket: _, by, at, what } = event;
        let (kind, by_id) = match by {
            By::Agent(id) => (ByWord::Agent, Some(id.0)),
            By::Customer(id) => (ByWord::Customer, Some(id.0)),
            By::Contact(id) => (ByWord::PartnerContact, Some(id.0)),
            By::System => (ByWord::System, None),
        };
        Self {
            id: id.0,
            kind: what.kind(),
            at: at.into(),
            by: ByBody { kind, id: by_id, name: who },
            message: message.map(Into::into),
            details: what::details(what),
            names,
        }
    }
}

impl From<MessageView> for MessageBody {
    fn from(MessageView { id, kind, from_customer, body, attachments }: MessageView) -> Self {
        Self {
            id: id.0,
            kind: kind.into(),
            from_customer,
            body,
            attachments: attachments.into_iter().map(Into::into).collect(),
        }
    }
}

/// Read what happened to a ticket, newest first.
#[utoipa::path(get, path = "/tickets/{number}/timeline", tag = "tickets",
    operation_id = "list_timeline",
    params(TimelineQuery, ("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "One page", body = ListBody<EntryBody>)))]
pub(crate) async fn list_timeline(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Query(TimelineQuery { cursor }): Query<TimelineQuery>,
) -> Result<Json<ListBody<EntryBody>>, ApiError> {
    let mut flaws = Flaws::default();
    let before = parameter(&mut flaws, "cursor", cursor, id).map(EventId);
    sound(flaws)?;
    let Timeline { entries, older } = desk.timeline(&actor, ticket, before).await?;
    let items = entries.into_iter().map(Into::into).collect();
    Ok(Json(ListBody { items, next_cursor: older.map(|event| event.to_string()) }))
}
