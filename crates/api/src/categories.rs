//! `/api/v1/categories`: what can be filed, and what each leaf asks for.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::actor::Actor;
use domain::category::{Category, CategoryTree, Leaf};
use domain::channel::Channel;
use domain::due::Targets;
use domain::field::{CascadeOption, Field, FieldKind};
use domain::id::CategoryId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::Named;
use crate::list::ListBody;
use crate::words::{ImportanceWord, UrgencyWord};

/// A node of the category tree.
#[derive(Serialize, ToSchema)]
pub(crate) struct CategoryBody {
    id: i64,
    parent_id: Option<i64>,
    #[schema(examples("商家售假"))]
    name: String,
    /// The names from the top, as `POST /tickets` takes them.
    #[schema(examples(json!(["投诉", "已购买", "商家售假"])))]
    path: Vec<String>,
    hint: Option<String>,
    /// Present where tickets can be filed; `null` on a branch.
    leaf: Option<LeafBody>,
}

/// What filing under a leaf brings with it.
#[derive(Serialize, ToSchema)]
pub(crate) struct LeafBody {
    group_id: i64,
    first_response_hours: u16,
    resolution_hours: u16,
    urgency: UrgencyWord,
    importance: ImportanceWord,
    /// Automation leaves its tickets to people.
    people_only: bool,
}

/// A field of a leaf's form.
#[derive(Serialize, ToSchema)]
pub(crate) struct FieldBody {
    id: i64,
    /// What `fields` of `POST /tickets` calls it.
    #[schema(examples("order_no"))]
    key: String,
    label: String,
    help: Option<String>,
    kind: FieldKindWord,
    required: bool,
    /// The least number, where there is one.
    min: Option<i64>,
    /// The largest number, or the most characters.
    max: Option<i64>,
    /// What can be chosen; of a cascade, the first level.
    options: Vec<OptionBody>,
}

/// What a field takes.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FieldKindWord {
    Text,
    Number,
    /// Yuan, with at most two decimals.
    Money,
    /// Such as `2026-11-22`.
    Date,
    Choice,
    /// Several of the options: an array.
    Choices,
    /// Options inside options, chosen to the end: `浙江 / 杭州`.
    Cascade,
    Phone,
    IdNumber,
    Order,
    /// The id of an attachment.
    Attachment,
}

/// Something that can be chosen.
#[derive(Serialize, ToSchema)]
pub(crate) struct OptionBody {
    name: String,
    #[schema(no_recursion)]
    options: Vec<OptionBody>,
}

impl CategoryBody {
    fn new(tree: &CategoryTree, category: &Category) -> Self {
        let Category { id, parent, name, hint, initials: _, position: _, enabled: _, leaf } =
            category.clone();
        Self {
            path: tree.path_names(id),
            id: id.0,
            parent_id: parent.map(|parent| parent.0),
            name,
            hint,
            leaf: leaf.map(Into::into),
        }
    }
}

impl From<Leaf> for LeafBody {
    fn from(Leaf { group, targets, urgency, importance, people_only }: Leaf) -> Self {
        let Targets { first_response_hours, resolution_hours } = targets;
        Self {
            group_id: group.0,
            first_response_hours,
            resolution_hours,
            urgency: urgency.into(),
            importance: importance.into(),
            people_only,
        }
    }
}

impl From<Field> for FieldBody {
    fn from(field: Field) -> Self {
        let Field { id, category: _, key, label, help, kind, required, position: _ } = field;
        let (kind, min, max, options) = taken_apart(kind);
        Self { id: id.0, key, label, help, kind, required, min, max, options }
    }
}

type Parts = (FieldKindWord, Option<i64>, Option<i64>, Vec<OptionBody>);

fn taken_apart(kind: FieldKind) -> Parts {
    let plain = |word| (word, None, None, Vec::new());
    let choice = |word, options: Vec<String>| {
        let option = |name| OptionBody { name, options: Vec::new() };
        (word, None, None, options.into_iter().map(option).collect())
    };
    match kind {
        FieldKind::Text { max } => (FieldKindWord::Text, None, i64::try_from(max).ok(), vec![]),
        FieldKind::Number { min, max } => (FieldKindWord::Number, Some(min), Some(max), vec![]),
        FieldKind::Money => plain(FieldKindWord::Money),
        FieldKind::Date => plain(FieldKindWord::Date),
        FieldKind::Choice { options } => choice(FieldKindWord::Choice, options),
        FieldKind::Choices { options } => choice(FieldKindWord::Choices, options),
        FieldKind::Cascade { options } => {
            let options = options.into_iter().map(Into::into).collect();
            (FieldKindWord::Cascade, None, None, options)
        }
        FieldKind::Phone => plain(FieldKindWord::Phone),
        FieldKind::IdNumber => plain(FieldKindWord::IdNumber),
        FieldKind::Order => plain(FieldKindWord::Order),
        FieldKind::Attachment => plain(FieldKindWord::Attachment),
    }
}

impl From<CascadeOption> for OptionBody {
    fn from(CascadeOption { name, options }: CascadeOption) -> Self {
        Self { name, options: options.into_iter().map(Into::into).collect() }
    }
}

/// List the categories that can be filed through the API, in the order they are shown.
#[utoipa::path(get, path = "/categories", tag = "categories", operation_id = "list_categories",
    responses((status = 200, description = "The whole tree", body = ListBody<CategoryBody>)))]
pub(crate) async fn list_categories(
    State(desk): State<Desk>,
    Caller(actor): Caller,
) -> Result<Json<ListBody<CategoryBody>>, ApiError> {
    let tree = desk.categories(door(&actor)).await?;
    let offered = tree.0.iter().filter(|category| category.enabled);
    let items = offered.map(|category| CategoryBody::new(&tree, category)).collect();
    Ok(Json(ListBody { items, next_cursor: None }))
}

/// List the fields a category's tickets have.
#[utoipa::path(get, path = "/categories/{id}/form", tag = "categories",
    operation_id = "get_category_form",
    params(("id" = i64, Path, description = "The category", minimum = 1)),
    responses((status = 200, description = "The form", body = ListBody<FieldBody>)))]
pub(crate) async fn get_category_form(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(category): Named<CategoryId>,
) -> Result<Json<ListBody<FieldBody>>, ApiError> {
    let tree = desk.categories(door(&actor)).await?;
    tree.get(category).ok_or_else(ApiError::not_found)?;
    Ok(Json(ListBody::whole(desk.form(category).await?)))
}

/// The channel a program files through: a partner's is open to little.
pub(crate) const fn door(actor: &Actor) -> &'static str {
    match actor {
        Actor::Partner(_) => Channel::PARTNER,
        Actor::Agent(_)
        | Actor::Customer(_)
        | Actor::Link { .. }
        | Actor::Visitor
        | Actor::System => Channel::API,
    }
}
