//! `/api/v1/board`: the numbers of the day.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::board::{Board, Figures, GroupFigures, Hour, PersonFigures};
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::moment::Moment;

/// The numbers of the day, of the departments and groups one may see.
#[derive(Serialize, ToSchema)]
pub(crate) struct BoardBody {
    totals: FiguresBody,
    groups: Vec<GroupFiguresBody>,
    people: Vec<PersonFiguresBody>,
    /// The last twenty-four hours, oldest first; the last one is not over yet.
    hours: Vec<HourBody>,
    at: Option<Moment>,
}

/// Today is the civil day of the desk's time zone.
#[derive(Serialize, ToSchema)]
pub(crate) struct FiguresBody {
    /// Filed today.
    created: i64,
    /// First accepted today.
    accepted: i64,
    /// Tasks completed today.
    handled: i64,
    /// Resolved today.
    resolved: i64,
    /// New and open now.
    backlog: i64,
    /// Past their promise now.
    overdue: i64,
    /// Waiting now.
    waiting: i64,
    /// Rated today.
    rated: i64,
    /// With four or five stars.
    rated_good: i64,
}

/// How a group stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct GroupFiguresBody {
    group_id: i64,
    department_id: i64,
    name: String,
    backlog: i64,
    /// Tasks in the queue, with nobody's name on them.
    unclaimed: i64,
    overdue: i64,
    waiting: i64,
    resolved_today: i64,
    /// Tasks in worklists ÷ caps of those who are there, in per cent.
    load: Option<i64>,
}

/// How a person stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct PersonFiguresBody {
    agent_id: i64,
    name: String,
    group_ids: Vec<i64>,
    available: bool,
    /// Tasks to do now.
    actionable: i64,
    /// Tasks that wait for something.
    held: i64,
    overdue: i64,
    /// Tickets they answer for.
    owned: i64,
    /// How many tasks at once are given out unasked.
    cap: i64,
}

/// One hour.
#[derive(Serialize, ToSchema)]
pub(crate) struct HourBody {
    start: Moment,
    created: i64,
    resolved: i64,
}

impl From<Board> for BoardBody {
    fn from(Board { totals, groups, people, hours, at }: Board) -> Self {
        Self {
            totals: totals.into(),
            groups: groups.into_iter().map(Into::into).collect(),
            people: people.into_iter().map(Into::into).collect(),
            hours: hours.into_iter().map(Into::into).collect(),
            at: at.map(Into::into),
        }
    }
}

impl From<Figures> for FiguresBody {
    fn from(figures: Figures) -> Self {
        let Figures {
            created,
            accepted,
            handled,
            resolved,
            backlog,
            overdue,
            waiting,
            rated,
            rated_good,
        } = figures;
        Self { created, accepted, handled, resolved, backlog, overdue, waiting, rated, rated_good }
    }
}

impl From<GroupFigures> for GroupFiguresBody {
    fn from(figures: GroupFigures) -> Self {
        let GroupFigures {
            group,
            department,
            name,
            backlog,
            unclaimed,
            overdue,
            waiting,
            resolved_today,
            load,
        } = figures;
        Self {
            group_id: group.0,
            department_id: department.0,
            name,
            backlog,
            unclaimed,
            overdue,
            waiting,
            resolved_today,
            load,
        }
    }
}

impl From<PersonFigures> for PersonFiguresBody {
    fn from(figures: PersonFigures) -> Self {
        let PersonFigures { agent, name, groups, available, actionable, held, overdue, owned, cap } =
            figures;
        let group_ids = groups.into_iter().map(|group| group.0).collect();
        Self {
            agent_id: agent.0,
            name,
            group_ids,
            available,
            actionable,
            held,
            overdue,
            owned,
            cap,
        }
    }
}

impl From<Hour> for HourBody {
    fn from(Hour { start, created, resolved }: Hour) -> Self {
        Self { start: start.into(), created, resolved }
    }
}

/// Look at the board of the day.
#[utoipa::path(get, path = "/board", tag = "board", operation_id = "get_board",
    responses((status = 200, description = "The board", body = BoardBody)))]
pub(crate) async fn get_board(
    State(desk): State<Desk>,
    Caller(actor): Caller,
) -> Result<Json<BoardBody>, ApiError> {
    Ok(Json(desk.board(&actor).await?.into()))
}
