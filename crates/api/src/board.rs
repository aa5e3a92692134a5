//! `/api/v1/board`: the numbers of the day.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::behind::{Behind, BehindQuery, BehindRow, Number, Seen};
use domain::board::{Board, Figures, GroupFigures, Hour, PersonFigures};
use domain::id::{AgentId, GroupId};
use domain::invalid::Flaws;
use domain::list::Shelf;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::auth::Caller;
use crate::error::ApiError;
use crate::extract::{Named, Query};
use crate::list::{id, limit, parameter, sound};
use crate::moment::Moment;
use crate::tickets::TicketItem;
use crate::words::NumberWord;
use crate::worklist::WorkBody;

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
    /// Of those, what a system set in motion.
    created_by_system: i64,
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
            created_by_system,
            accepted,
            handled,
            resolved,
            backlog,
            overdue,
            waiting,
            rated,
            rated_good,
        } = figures;
        Self {
            created,
            created_by_system,
            accepted,
            handled,
            resolved,
            backlog,
            overdue,
            waiting,
            rated,
            rated_good,
        }
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

/// One page of what a number of the board is made of.
#[derive(Serialize, ToSchema)]
pub(crate) struct BehindBody {
    /// The number itself: so many items there are on all pages.
    count: i64,
    /// The group or the person it is of.
    whose: Option<String>,
    items: Vec<BehindItem>,
    /// Send it as `cursor` for the page after this one; `null` on the last page.
    next_cursor: Option<String>,
}

/// A ticket, a task, or neither: what has gone where one may not read is counted all the same.
#[derive(Serialize, ToSchema)]
pub(crate) struct BehindItem {
    /// When it happened; of what has not happened yet, when it is due.
    at: Option<Moment>,
    ticket: Option<TicketItem>,
    task: Option<WorkBody>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct BehindParams {
    /// Only this group's.
    #[param(value_type = i64, required = false, minimum = 1, maximum = 999_999_999_999_999_i64)]
    group: Option<String>,
    /// Whose: `actionable`, `late`, `held` and `owned` are numbers of a person.
    #[param(value_type = i64, required = false, minimum = 1, maximum = 999_999_999_999_999_i64)]
    person: Option<String>,
    /// `next_cursor` of the page before.
    #[param(pattern = r"^(-?([0-9]{1,18}|[1-8][0-9]{18}|9223372036854775807)\.[0-9]{1,18})?$")]
    cursor: Option<String>,
    /// Items on a page.
    #[param(value_type = u16, required = false, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

impl BehindParams {
    fn read(self, number: Number) -> Result<BehindQuery, ApiError> {
        let mut flaws = Flaws::default();
        let query = BehindQuery {
            number,
            group: parameter(&mut flaws, "group", self.group, id).map(GroupId),
            person: parameter(&mut flaws, "person", self.person, id).map(AgentId),
            after: parameter(&mut flaws, "cursor", self.cursor, str::parse),
            limit: parameter(&mut flaws, "limit", self.limit, limit).unwrap_or_default(),
        };
        sound(flaws)?;
        Ok(query)
    }
}

impl From<BehindRow> for BehindItem {
    fn from(BehindRow { at, seen }: BehindRow) -> Self {
        let (ticket, task) = match seen {
            None => (None, None),
            Some(Seen::Ticket(row)) => (Some((*row).into()), None),
            Some(Seen::Task(row)) => {
                let shelf = if row.handler.is_some() { Shelf::Mine } else { Shelf::Queue };
                (None, Some(WorkBody::new(shelf, *row)))
            }
        };
        Self { at: at.map(Into::into), ticket, task }
    }
}

/// Look behind a number of the board: as many rows as it says.
#[utoipa::path(get, path = "/board/{number}", tag = "board", operation_id = "list_behind_number",
    params(("number" = inline(NumberWord), Path, description = "Which number"), BehindParams),
    responses((status = 200, description = "One page", body = BehindBody)))]
pub(crate) async fn list_behind_number(
    State(desk): State<Desk>,
    Caller(actor): Caller,
    Named(number): Named<Number>,
    Query(params): Query<BehindParams>,
) -> Result<Json<BehindBody>, ApiError> {
    let Behind { count, whose, page } = desk.behind(&actor, params.read(number)?).await?;
    Ok(Json(BehindBody {
        count,
        whose,
        items: page.rows.into_iter().map(Into::into).collect(),
        next_cursor: page.next.map(|cursor| cursor.to_string()),
    }))
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
