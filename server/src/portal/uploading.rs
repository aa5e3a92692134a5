//! A photo sent ahead of its form.

use app::error::AppError;
use app::portal::photos::Taken;
use app::ssr::portal::{by_cookie, holder_of};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use domain::actor::Actor;
use domain::invalid::Flaw;

use super::form::Form;
use super::{Door, filing};

/// For a ticket that is being filed.
pub async fn before_filing(State(door): State<Door>, headers: HeaderMap, form: Form) -> Response {
    let taken = async { take(&door, &by_cookie(&door.desk, &headers).await?, form).await };
    tell(taken.await)
}

/// For an answer.
pub async fn before_reply(
    State(door): State<Door>,
    Path(number): Path<String>,
    headers: HeaderMap,
    form: Form,
) -> Response {
    let taken = async {
        let key = form.text("k");
        let (who, _) = holder_of(&door.desk, &headers, &number, key.as_deref()).await?;
        take(&door, &who, form).await
    };
    tell(taken.await)
}

async fn take(door: &Door, who: &Actor, mut form: Form) -> desk::Result<Taken> {
    filing::take_in(&door.desk, who, &mut form).await?;
    let reference = form.text("attachments");
    let reference =
        reference.ok_or_else(|| desk::DeskError::invalid("attachments", Flaw::Blank))?;
    Ok(Taken { reference })
}

fn tell(taken: desk::Result<Taken>) -> Response {
    match taken.map_err(AppError::from) {
        Ok(taken) => Json(taken).into_response(),
        Err(why) => (app::ssr::status_of(&why), Json(why)).into_response(),
    }
}
