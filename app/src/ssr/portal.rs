//! Who a customer is: by cookie, or by a signed link.

use axum::http::HeaderMap;
use desk::Desk;
use domain::actor::Actor;
use domain::category::{Category, CategoryTree, Leaf};
use domain::channel::Channel;
use domain::id::{GroupId, TicketId, TicketNumber};
use leptos::prelude::expect_context;
use leptos_axum::extract;

use crate::error::AppError;
use crate::portal::api::Blank;

/// The session of a customer. An agent's is another cookie, and neither opens the other's door.
pub const COOKIE: &str = "gongdan_my";

/// Whoever asks: a customer who is signed in, else a visitor.
pub async fn visitor() -> Result<(Desk, Actor), AppError> {
    let desk = expect_context::<Desk>();
    let headers: HeaderMap = extract().await.map_err(|_| AppError::Ours)?;
    let who = by_cookie(&desk, &headers).await?;
    Ok((desk, who))
}

/// The customer who is signed in, if one is.
pub async fn customer() -> Result<(Desk, Option<Actor>), AppError> {
    let (desk, who) = visitor().await?;
    Ok((desk, Some(who).filter(|who| matches!(who, Actor::Customer(_)))))
}

/// Whoever may follow a ticket. A wrong number, a forged link and somebody else's ticket are one
/// and the same answer.
pub async fn holder(number: &str, key: Option<&str>) -> Result<(Desk, Actor, TicketId), AppError> {
    let desk = expect_context::<Desk>();
    let headers: HeaderMap = extract().await.map_err(|_| AppError::Ours)?;
    let (who, ticket) = holder_of(&desk, &headers, number, key).await?;
    Ok((desk, who, ticket))
}

/// The same for handlers that are not pages.
pub async fn holder_of(
    desk: &Desk,
    headers: &HeaderMap,
    number: &str,
    key: Option<&str>,
) -> desk::Result<(Actor, TicketId)> {
    let Ok(TicketNumber(ticket)) = number.parse() else { return Err(desk::DeskError::NotFound) };
    if let Some(key) = key.filter(|key| !key.is_empty())
        && let Ok(who) = desk.link_holder(ticket, key).await
    {
        return Ok((who, ticket));
    }
    match by_cookie(desk, headers).await? {
        who @ Actor::Customer(_) => Ok((who, ticket)),
        _ => Err(desk::DeskError::NotFound),
    }
}

pub async fn by_cookie(desk: &Desk, headers: &HeaderMap) -> desk::Result<Actor> {
    match cookie(headers) {
        Some(token) => desk.session(token).await,
        None => Ok(Actor::Visitor),
    }
}

pub fn cookie(headers: &HeaderMap) -> Option<&str> {
    let all = headers.get_all(axum::http::header::COOKIE).into_iter();
    all.filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

/// An empty form for whoever asks.
pub async fn blank() -> Result<Blank, AppError> {
    let (desk, who) = visitor().await?;
    let tree = desk.categories(Channel::WEB).await?;
    let me = match who {
        Actor::Customer(_) => Some(desk.my_profile(&who).await?),
        _ => None,
    };
    Ok(Blank {
        tree: for_customers(tree),
        key: crate::portal::key::new(),
        name: me.as_ref().map(|me| me.name.clone()),
        phone: me.and_then(|me| me.phone).map(Into::into),
    })
}

/// Which group answers is the desk's own matter.
fn for_customers(CategoryTree(categories): CategoryTree) -> CategoryTree {
    let unnamed = |leaf: Leaf| Leaf { group: GroupId(0), people_only: false, ..leaf };
    let plain = |it: Category| Category { leaf: it.leaf.map(unnamed), ..it };
    CategoryTree(categories.into_iter().filter(|it| it.enabled).map(plain).collect())
}
