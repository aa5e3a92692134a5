//! `/api/v1/worklist`: what is to be done now.

use std::fmt;

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::invalid::Flaws;
use domain::list::{Shelf, TaskRow};
use domain::ticket::Trigger;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::Query;
use crate::list::{ListBody, Place, Walk, limit, parameter, sound};
use crate::moment::Moment;
use crate::reference::PersonBody;
use crate::supervisions::SupervisedBody;
use crate::words::{PriorityWord, ShelfWord, StateWord, TaskStateWord, TriggerWord};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WorklistQuery {
    /// Only this shelf. Without it: one's own tasks first, then those to claim.
    #[param(value_type = ShelfWord, required = false, inline)]
    shelf: Option<String>,
    /// Only what people, or only what systems set in motion.
    #[param(value_type = TriggerWord, required = false, inline)]
    triggered_by: Option<String>,
    /// `next_cursor` of the page before.
    #[param(
        pattern = r"^((mine|queue|waiting)_(-?([0-9]{1,18}|[1-8][0-9]{18}|9223372036854775807)\.[0-9]{1,18})?)?$"
    )]
    cursor: Option<String>,
    /// Tasks on a page.
    #[param(value_type = u16, required = false, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

/// A task.
#[derive(Serialize, ToSchema)]
pub(crate) struct WorkBody {
    /// The task, as `/tasks/{id}` takes it.
    id: i64,
    /// The ticket it belongs to.
    #[schema(examples("GD-20417"))]
    ticket: String,
    ticket_id: i64,
    subject: String,
    /// The names from the top.
    category: Vec<String>,
    requester: String,
    vip: bool,
    /// The step's key in its flow.
    #[schema(examples("handle"))]
    step: String,
    /// What people call the step.
    #[schema(examples("处理"))]
    step_name: String,
    state: TaskStateWord,
    triggered_by: TriggerWord,
    ticket_state: StateWord,
    /// Whether it is one's own, or in a queue to be claimed.
    assignment: Assignment,
    priority: PriorityWord,
    group_id: i64,
    group: String,
    handler: Option<PersonBody>,
    due_at: Option<Moment>,
    wake_at: Option<Moment>,
    /// Present while the ticket is supervised.
    supervised: Option<SupervisedBody>,
    /// How often it was urged since its handler last looked.
    urges: u32,
    created_at: Moment,
}

/// Whose a task in a worklist is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Assignment {
    Mine,
    Queue,
}

/// A shelf as a cursor names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part(Shelf);

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())
    }
}

impl From<Shelf> for Assignment {
    fn from(shelf: Shelf) -> Self {
        match shelf {
            Shelf::Mine | Shelf::Waiting => Self::Mine,
            Shelf::Queue => Self::Queue,
        }
    }
}

impl WorkBody {
    pub fn new(shelf: Shelf, row: TaskRow) -> Self {
        let TaskRow {
            kind: _,
            id,
            ticket,
            subject,
            category,
            requester,
            vip,
            step,
            step_key,
            state,
            trigger,
            ticket_state,
            priority,
            group,
            group_name,
            handler,
            due_at,
            wake_at,
            supervised,
            urges,
            created_at,
        } = row;
        Self {
            id: id.0,
            ticket: ticket.to_string(),
            ticket_id: ticket.0.0,
            subject,
            category,
            requester,
            vip,
            step: step_key,
            step_name: step,
            state: state.into(),
            triggered_by: trigger.into(),
            ticket_state: ticket_state.category().into(),
            assignment: shelf.into(),
            priority: priority.into(),
            group_id: group.0,
            group: group_name,
            handler: handler.map(Into::into),
            due_at: due_at.map(Into::into),
            wake_at: wake_at.map(Into::into),
            supervised: supervised.map(Into::into),
            urges,
            created_at: created_at.into(),
        }
    }
}

/// List what there is to do, earliest due first.
#[utoipa::path(get, path = "/worklist", tag = "worklist", operation_id = "list_worklist",
    params(WorklistQuery),
    responses((status = 200, description = "One page", body = ListBody<WorkBody>)))]
pub(crate) async fn list_worklist(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Query(query): Query<WorklistQuery>,
) -> Result<Json<ListBody<WorkBody>>, ApiError> {
    let (mut walk, trigger) = begin(query)?;
    while let Some((Part(shelf), after, limit)) = walk.ask() {
        let page = desk.worklist(&actor, shelf, trigger, after, limit).await?;
        walk.take(page, |row| WorkBody::new(shelf, row));
    }
    Ok(Json(walk.page()))
}

fn begin(query: WorklistQuery) -> Result<(Walk<Part, WorkBody>, Option<Trigger>), ApiError> {
    let mut flaws = Flaws::default();
    let shelf = parameter(&mut flaws, "shelf", query.shelf, str::parse::<Shelf>);
    let trigger = parameter(&mut flaws, "triggered_by", query.triggered_by, str::parse::<Trigger>);
    let rows = parameter(&mut flaws, "limit", query.limit, limit).unwrap_or_default();
    let shelves = shelf.map_or(vec![Part(Shelf::Mine), Part(Shelf::Queue)], |one| vec![Part(one)]);
    let known = |name: &str| shelves.iter().copied().find(|part| part.0.as_str() == name);
    let place = parameter(&mut flaws, "cursor", query.cursor, |text| Place::read(text, known));
    sound(flaws)?;
    Ok((Walk::new(&shelves, place, rows), trigger))
}
