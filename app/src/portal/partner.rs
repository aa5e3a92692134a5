//! `/p/…`: what a supplier or merchant is asked, and nothing else (D-05, D-20, D-30).
//!
//! Plain forms: with or without the program they are sent the same way, and the answer is a page.
//! A browser program of its own: customers do not download what only partners use.

pub mod api;
mod locked;

use domain::narrow::Doorway;
use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{SsrMode, path};

use self::api::open_doorway;
use self::locked::Locked;
use super::answer::{Echo, use_echo};
use super::frame::Frame;
use super::missing::Missing;
use super::problem::Unavailable;
use super::titled;
use crate::error::AppError;
use crate::narrow::{NarrowView, Place};
use crate::reader::lang;
use crate::ui::document::{Document, Program, Start, Whole};

pub fn shell(program: Program) -> impl IntoView {
    view! {
        <Document program start=Start::WhenIdle>
            <App/>
        </Document>
    }
}

#[component]
pub fn App() -> impl IntoView {
    let product = lang().portal_title();
    view! {
        <Whole title=move |page| titled(page, product)>
            <Router>
                <FlatRoutes fallback=Missing>
                    <Route path=path!("/p/:link") view=PartnerPage ssr=SsrMode::Async/>
                </FlatRoutes>
            </Router>
        </Whole>
    }
}

#[component]
fn PartnerPage() -> impl IntoView {
    let echo = use_echo();
    let link = use_params_map().with_untracked(|it| it.get("link").unwrap_or_default());
    let typing = echo.as_ref().is_some_and(|echo| echo.form.ends_with("/enter"));
    let sent = typing || use_query_map().with_untracked(|query| query.get("sent").is_some());
    let asked = link.clone();
    let first = OnceResource::new_blocking(async move { open_doorway(asked, sent).await });
    let page = move || {
        let (echo, link) = (echo.clone(), link.clone());
        Suspend::new(async move { shown(first.await, link, echo) })
    };

    view! {
        <Meta name="robots" content="noindex"/>
        <Frame kind="partner">
            <Suspense>{page}</Suspense>
        </Frame>
    }
}

fn shown(door: Result<Doorway, AppError>, link: String, echo: Option<Echo>) -> AnyView {
    match door {
        Ok(Doorway::Locked { reach, sent }) => view! { <Locked link reach sent echo/> }.into_any(),
        Ok(Doorway::Open { page }) => {
            let place = Place { base: format!("/p/{link}") };
            let title = page.title.clone();
            view! {
                <Title text=title/>
                <NarrowView page=*page place echo/>
            }
            .into_any()
        }
        Err(AppError::NotFound | AppError::Forbidden | AppError::SignedOut) => {
            view! { <NoLink/> }.into_any()
        }
        Err(why) => view! { <Unavailable why/> }.into_any(),
    }
}

/// The same for every link that is none, whatever it may have been.
#[component]
fn NoLink() -> impl IntoView {
    let w = lang();
    view! {
        <Title text=w.partner_no_link()/>
        <div>
            <h1>{w.partner_no_link()}</h1>
            <p class="lead">{w.partner_no_link_lead()}</p>
        </div>
    }
}
