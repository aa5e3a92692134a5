//! `/api/v1/me`, `/groups`, `/agents`: who asks, and who else works here.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::page::{Colleague, Me};
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::error::ApiError;
use crate::list::ListBody;
use crate::reference::GroupBody;
use crate::words::PermissionWord;

/// The agent a token belongs to.
#[derive(Serialize, ToSchema)]
pub(crate) struct MeBody {
    id: i64,
    name: String,
    login: String,
    groups: Vec<GroupBody>,
    /// What this token may be used for somewhere; each ticket is decided about by itself.
    permissions: Vec<PermissionWord>,
    /// Takes work now.
    available: bool,
}

impl From<Me> for MeBody {
    fn from(Me { id, name, login, groups, permissions, available }: Me) -> Self {
        Self {
            id: id.0,
            name,
            login,
            groups: groups.into_iter().map(Into::into).collect(),
            permissions: permissions.into_iter().map(Into::into).collect(),
            available,
        }
    }
}

/// Somebody work can be handed to.
#[derive(Serialize, ToSchema)]
pub(crate) struct ColleagueBody {
    id: i64,
    name: String,
    available: bool,
    group_ids: Vec<i64>,
    /// Tasks in their worklist now.
    load: i64,
}

impl From<Colleague> for ColleagueBody {
    fn from(Colleague { id, name, available, groups, load }: Colleague) -> Self {
        let group_ids = groups.into_iter().map(|group| group.0).collect();
        Self { id: id.0, name, available, group_ids, load }
    }
}

/// Who am I?
#[utoipa::path(get, path = "/me", tag = "people", operation_id = "get_me",
    responses((status = 200, description = "The agent behind the token", body = MeBody)))]
pub(crate) async fn get_me(
    State(desk): State<Desk>,
    Caller(actor): Caller,
) -> Result<Json<MeBody>, ApiError> {
    Ok(Json(desk.me(&actor).await?.into()))
}

/// List the groups tickets can be handed to.
#[utoipa::path(get, path = "/groups", tag = "people", operation_id = "list_groups",
    responses((status = 200, description = "All of them", body = ListBody<GroupBody>)))]
pub(crate) async fn list_groups(
    State(desk): State<Desk>,
    Caller(actor): Caller,
) -> Result<Json<ListBody<GroupBody>>, ApiError> {
    Ok(Json(ListBody::whole(desk.groups(&actor).await?)))
}

/// List the agents tickets can be handed to.
#[utoipa::path(get, path = "/agents", tag = "people", operation_id = "list_agents",
    responses((status = 200, description = "All of them", body = ListBody<ColleagueBody>)))]
pub(crate) async fn list_agents(
    State(desk): State<Desk>,
    Caller(actor): Caller,
) -> Result<Json<ListBody<ColleagueBody>>, ApiError> {
    Ok(Json(ListBody::whole(desk.colleagues(&actor).await?)))
}
