//! Changing what is written on a ticket, field by field.

use std::collections::BTreeMap;

use axum::extract::State;
use desk::Desk;
use domain::contact::IdNumber;
use domain::field::{FieldKind, FieldValue};
use domain::id::{FieldId, TicketId};
use domain::invalid::Flaw;
use domain::page::{Edit, EditConflict, EditField, FieldView, TicketPage};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Json, Named};
use crate::moment::Moment;
use crate::reference::IdRef;
use crate::tickets::TicketBody;
use crate::words::{ImportanceWord, PriorityWord, UrgencyWord};

/// What to change. Each change says what the value was when you looked, so that nobody else's
/// change is overwritten unseen.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct EditBody {
    subject: Option<TextChange>,
    urgency: Option<UrgencyChange>,
    importance: Option<ImportanceChange>,
    /// Overrides what urgency and importance make of it.
    priority: Option<PriorityChange>,
    category_id: Option<IdChange>,
    owner_id: Option<IdChange>,
    /// By the field's key or id.
    #[serde(default)]
    fields: BTreeMap<String, TextChange>,
}

macro_rules! changes {
    ($($(#[$doc:meta])* $name:ident($value:ty),)+) => {$(
        $(#[$doc])*
        #[derive(Deserialize, ToSchema)]
        pub(crate) struct $name {
            /// What it was; `null` when there was nothing.
            from: Option<$value>,
            /// What it is to be; `null` for nothing.
            to: Option<$value>,
        }
    )+};
}

changes! {
    /// A change of a text.
    TextChange(String),
    /// A change of an id.
    IdChange(IdRef),
    /// A change of the urgency.
    UrgencyChange(UrgencyWord),
    /// A change of the importance.
    ImportanceChange(ImportanceWord),
    /// A change of the priority.
    PriorityChange(PriorityWord),
}

/// What became of the changes.
#[derive(Serialize, ToSchema)]
pub(crate) struct EditedBody {
    ticket: TicketBody,
    /// Changes that were not made, because somebody else had changed the same thing. Empty when
    /// all were made.
    conflicts: Vec<ConflictBody>,
}

/// Two people changed the same thing.
#[derive(Serialize, ToSchema)]
pub(crate) struct ConflictBody {
    /// As in the request: `subject`, or `fields.12`.
    #[schema(examples("subject"))]
    field: String,
    /// What it is now.
    theirs: Option<String>,
    /// What you wanted.
    yours: Option<String>,
    /// Who changed it.
    by: Option<String>,
    at: Option<Moment>,
}

impl From<EditConflict> for ConflictBody {
    fn from(EditConflict { field, theirs, yours, by, at }: EditConflict) -> Self {
        let field = match field {
            EditField::Subject => "subject".to_owned(),
            EditField::Urgency => "urgency".to_owned(),
            EditField::Importance => "importance".to_owned(),
            EditField::Priority => "priority".to_owned(),
            EditField::Category => "category_id".to_owned(),
            EditField::Owner => "owner_id".to_owned(),
            EditField::Custom(id) => format!("fields.{id}"),
        };
        Self { field, theirs, yours, by, at: at.map(Into::into) }
    }
}

impl EditBody {
    /// `form` are the fields this ticket has.
    fn edits(self, form: &[FieldView]) -> Result<Vec<Edit>, ApiError> {
        let edit = |field, from, to| Edit { field, from, to };
        let id = |id: IdRef| id.0.to_string();
        let urgency = |word: UrgencyWord| domain::priority::Urgency::from(word).as_str().to_owned();
        let importance =
            |word: ImportanceWord| domain::priority::Importance::from(word).as_str().to_owned();
        let priority =
            |word: PriorityWord| domain::priority::Priority::from(word).as_str().to_owned();
        let own = [
            self.subject.map(|c| edit(EditField::Subject, c.from, c.to)),
            self.urgency.map(|c| edit(EditField::Urgency, c.from.map(urgency), c.to.map(urgency))),
            self.importance
                .map(|c| edit(EditField::Importance, c.from.map(importance), c.to.map(importance))),
            self.priority
                .map(|c| edit(EditField::Priority, c.from.map(priority), c.to.map(priority))),
            self.category_id.map(|c| edit(EditField::Category, c.from.map(id), c.to.map(id))),
            self.owner_id.map(|c| edit(EditField::Owner, c.from.map(id), c.to.map(id))),
        ];
        let mut edits: Vec<Edit> = own.into_iter().flatten().collect();
        for (name, change) in self.fields {
            let view = custom(form, &name)?;
            let from = change.from.map(|from| unmasked(view, from));
            edits.push(edit(EditField::Custom(view.field.id), from, change.to));
        }
        Ok(edits)
    }
}

fn custom<'form>(form: &'form [FieldView], name: &str) -> Result<&'form FieldView, ApiError> {
    let id: Option<FieldId> = name.parse().ok();
    form.iter()
        .find(|view| view.field.key == name || Some(view.field.id) == id)
        .ok_or_else(|| ApiError::invalid(&format!("fields.{name}"), Flaw::Unknown))
}

/// A program was shown an identity number with stars in it, and says that this is what it saw.
fn unmasked(view: &FieldView, seen: String) -> String {
    match &view.value {
        Some(FieldValue::IdNumber(number)) if number.masked() == seen => {
            FieldValue::IdNumber(number.clone()).to_text()
        }
        _ => seen,
    }
}

/// What somebody else wrote is shown as the ticket shows it.
fn masked(form: &[FieldView], mut conflict: EditConflict) -> EditConflict {
    let EditField::Custom(id) = conflict.field else { return conflict };
    let is_id = |view: &FieldView| view.field.id == id && view.field.kind == FieldKind::IdNumber;
    if form.iter().any(is_id) {
        let stars = |text: String| IdNumber::try_from(text).ok().map(|number| number.masked());
        conflict.theirs = conflict.theirs.and_then(stars);
    }
    conflict
}

/// Change what is written on a ticket.
///
/// Changes whose `from` still stands are made; the others are answered as `conflicts`.
#[utoipa::path(patch, path = "/tickets/{number}", tag = "tickets", operation_id = "edit_ticket",
    request_body = EditBody,
    params(("number" = String, Path, description = "`GD-20417` or `20417`",
        pattern = "^(GD-)?[1-9][0-9]{0,14}$")),
    responses((status = 200, description = "What became of it", body = EditedBody)))]
pub(crate) async fn edit_ticket(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(ticket): Named<TicketId>,
    Json(body): Json<EditBody>,
) -> Result<axum::Json<EditedBody>, ApiError> {
    let TicketPage { fields, .. } = desk.ticket_page(&actor, ticket).await?;
    let conflicts = desk.edit(&actor, ticket, body.edits(&fields)?).await?;
    let conflicts = conflicts.into_iter().map(|it| masked(&fields, it).into()).collect();
    let ticket = desk.ticket_page(&actor, ticket).await?.into();
    Ok(axum::Json(EditedBody { ticket, conflicts }))
}
