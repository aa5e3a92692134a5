//! Lists of tickets, and search.

use std::fmt;

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::id::{AgentId, GroupId};
use domain::invalid::{Flaw, Flaws};
use domain::list::{TicketQuery, TicketRow, View};
use domain::state::StateCategory;
use domain::ticket::Trigger;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::Query;
use crate::list::{ListBody, Place, Walk, id, limit, parameter, said, sound};
use crate::moment::Moment;
use crate::reference::{GroupBody, PersonBody};
use crate::supervisions::{SupervisedBody, TroubleBody};
use crate::words::{PriorityWord, StateWord, SubstateWord, TriggerWord, ViewWord};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// Words to search for, newest first: two Chinese characters are enough.
    q: Option<String>,
    /// A named way to look at tickets. Without it and without `state`: all there are, the live
    /// ones first.
    #[param(value_type = ViewWord, required = false, inline)]
    view: Option<String>,
    /// Only tickets that stand like this.
    #[param(value_type = StateWord, required = false, inline)]
    state: Option<String>,
    /// Only this group's.
    #[param(value_type = i64, required = false, minimum = 1, maximum = 999_999_999_999_999_i64)]
    group: Option<String>,
    /// Only those this agent answers for.
    #[param(value_type = i64, required = false, minimum = 1, maximum = 999_999_999_999_999_i64)]
    owner: Option<String>,
    /// Only what people, or only what systems set in motion.
    #[param(value_type = TriggerWord, required = false, inline)]
    triggered_by: Option<String>,
    /// `next_cursor` of the page before.
    #[param(
        pattern = r"^((live|new|open|waiting|overdue|supervised|stuck|resolved|closed|archived)_(-?([0-9]{1,18}|[1-8][0-9]{18}|9223372036854775807)\.[0-9]{1,18})?)?$"
    )]
    cursor: Option<String>,
    /// Tickets on a page.
    #[param(value_type = u16, required = false, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

/// A ticket in a list.
#[derive(Serialize, ToSchema)]
pub(crate) struct TicketItem {
    id: i64,
    #[schema(examples("GD-20417"))]
    number: String,
    subject: String,
    /// The names from the top.
    category: Vec<String>,
    requester: String,
    vip: bool,
    state: StateWord,
    substate: SubstateWord,
    triggered_by: TriggerWord,
    priority: PriorityWord,
    group: GroupBody,
    owner: Option<PersonBody>,
    due_at: Option<Moment>,
    wake_at: Option<Moment>,
    /// Present while it is supervised.
    supervised: Option<SupervisedBody>,
    /// Why it runs badly, if it does.
    troubles: Vec<TroubleBody>,
    created_at: Moment,
    updated_at: Moment,
}

/// A view as a cursor names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part(View);

/// What a search is called in a cursor: it is one list, whatever it looks through.
const SEARCH: [Part; 1] = [Part(View::Live)];

/// All tickets are these views in a row.
const EVERYTHING: [View; 5] =
    [View::Live, View::Waiting, View::Resolved, View::Closed, View::Archived];

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())
    }
}

impl From<TicketRow> for TicketItem {
    fn from(row: TicketRow) -> Self {
        let TicketRow {
            number,
            subject,
            category,
            requester,
            vip,
            state,
            trigger,
            priority,
            group,
            group_name,
            owner,
            due_at,
            wake_at,
            supervised,
            troubles,
            updated_at,
            created_at,
        } = row;
        Self {
            id: number.0.0,
            number: number.to_string(),
            subject,
            category,
            requester,
            vip,
            state: state.category().into(),
            substate: state.into(),
            triggered_by: trigger.into(),
            priority: priority.into(),
            group: domain::org::GroupName { id: group, name: group_name }.into(),
            owner: owner.map(Into::into),
            due_at: due_at.map(Into::into),
            wake_at: wake_at.map(Into::into),
            supervised: supervised.map(Into::into),
            troubles: troubles.into_iter().map(Into::into).collect(),
            created_at: created_at.into(),
            updated_at: updated_at.into(),
        }
    }
}

/// List tickets, or search for them.
#[utoipa::path(get, path = "/tickets", tag = "tickets", operation_id = "list_tickets",
    params(ListQuery),
    responses((status = 200, description = "One page", body = ListBody<TicketItem>)))]
pub(crate) async fn list_tickets(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Query(query): Query<ListQuery>,
) -> Result<Json<ListBody<TicketItem>>, ApiError> {
    let (mut walk, asked) = begin(query)?;
    while let Some((Part(view), after, limit)) = walk.ask() {
        let query = TicketQuery { view, after, limit, ..asked.clone() };
        walk.take(desk.tickets(&actor, query).await?, Into::into);
    }
    Ok(Json(walk.page()))
}

fn begin(query: ListQuery) -> Result<(Walk<Part, TicketItem>, TicketQuery), ApiError> {
    let mut flaws = Flaws::default();
    let view = parameter(&mut flaws, "view", query.view, str::parse::<View>);
    let state = parameter(&mut flaws, "state", query.state, |text| {
        text.parse::<StateCategory>().map_err(|_| Flaw::NotAChoice)
    });
    let parts = parts(view, state);
    let words = said(query.q);
    let asked = TicketQuery {
        state,
        group: parameter(&mut flaws, "group", query.group, id).map(GroupId),
        owner: parameter(&mut flaws, "owner", query.owner, id).map(AgentId),
        trigger: parameter(&mut flaws, "triggered_by", query.triggered_by, str::parse::<Trigger>),
        search_in: view,
        words,
        limit: parameter(&mut flaws, "limit", query.limit, limit).unwrap_or_default(),
        ..TicketQuery::default()
    };
    let parts = if asked.words.is_some() { SEARCH.to_vec() } else { parts };
    let known = |name: &str| parts.iter().copied().find(|part| part.0.as_str() == name);
    let place = parameter(&mut flaws, "cursor", query.cursor, |text| Place::read(text, known));
    sound(flaws)?;
    Ok((Walk::new(&parts, place, asked.limit), asked))
}

/// Which views to look through, one after the other. With both, the view says in which order.
fn parts(view: Option<View>, state: Option<StateCategory>) -> Vec<Part> {
    match (view, state) {
        (None, None) => EVERYTHING.map(Part).to_vec(),
        // What is archived was closed before.
        (None, Some(StateCategory::Closed)) => vec![Part(View::Closed), Part(View::Archived)],
        (None, Some(state)) => vec![Part(state.into())],
        (Some(view), _) => vec![Part(view)],
    }
}
