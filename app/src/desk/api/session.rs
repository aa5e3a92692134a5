//! Signing in and out, and who is there.

use domain::page::Me;
use leptos::prelude::*;

use crate::calls::Json;
use crate::error::AppError;

/// Sends the browser to `next` with a session, or says what is wrong.
#[server]
pub async fn sign_in(login: String, password: String, next: String) -> Result<(), AppError> {
    let desk = crate::ssr::agent::door();
    let from = crate::ssr::agent::address();
    let session = desk.sign_in_agent(&login, &password, &from).await?;
    crate::ssr::agent::keep(&session);
    leptos_axum::redirect(crate::ssr::agent::inside(&next));
    Ok(())
}

#[server]
pub async fn sign_out() -> Result<(), AppError> {
    if let Some(token) = crate::ssr::agent::token() {
        crate::ssr::agent::door().sign_out(&token).await?;
    }
    crate::ssr::agent::forget();
    leptos_axum::redirect("/desk/sign-in");
    Ok(())
}

#[server(protocol = Json)]
pub async fn who_am_i() -> Result<Me, AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.me(&me).await?)
}

#[server(protocol = Json)]
pub async fn set_available(available: bool) -> Result<(), AppError> {
    let (desk, me) = crate::ssr::desk().await?;
    Ok(desk.set_available(&me, available).await?)
}
