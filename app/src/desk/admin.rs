//! The administrator's door: how the desk is set up, in words and tables (`/admin`).
//!
//! A browser program of its own: agents do not download what only administrators use. An area is one
//! line in [`areas::AREAS`], one route in [`App`], and a module here whose page stands in an
//! [`AdminPage`].

mod areas;
mod calculators;
mod connectors;
mod flows;
mod groups;
mod page;
mod partners;
mod rules;

use domain::actor::Permission;
use leptos::prelude::*;
use leptos_router::components::{Outlet, ParentRoute, Route, Router, Routes};
use leptos_router::{SsrMode, path};

pub use page::AdminPage;

use super::frame::Frame;
use super::session::session;
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::Problem;
use crate::ui::document::{Document, Program, Start, Whole};
use crate::ui::not_found::NotFound;
use areas::{AreaNav, Overview};

pub fn shell(program: Program) -> impl IntoView {
    view! {
        <Document program start=Start::AtOnce>
            <App/>
        </Document>
    }
}

/// The map of the administrator's door.
#[component]
pub fn App() -> impl IntoView {
    let product = lang().product();

    view! {
        <Whole title=move |page| format!("{page} · {product}")>
            <Router>
                <Routes fallback=NotFound>
                    <ParentRoute path=path!("") view=Frame ssr=SsrMode::Async>
                        <ParentRoute path=path!("/admin") view=Admin>
                            <Route path=path!("") view=Overview/>
                            <Route path=path!("/flows") view=flows::FlowsPage/>
                            <Route path=path!("/flows/:id") view=flows::FlowPage/>
                            <Route path=path!("/groups") view=groups::GroupsPage/>
                            <Route path=path!("/rules") view=rules::RulesPage/>
                            <Route path=path!("/partners") view=partners::PartnersPage/>
                            <Route path=path!("/calculators") view=calculators::CalculatorsPage/>
                            <Route path=path!("/calculators/:id") view=calculators::CalculatorPage/>
                            <Route path=path!("/connectors") view=connectors::ConnectorsPage/>
                            <Route path=path!("/connectors/:key") view=connectors::ConnectorPage/>
                        </ParentRoute>
                    </ParentRoute>
                </Routes>
            </Router>
        </Whole>
    }
}

/// What stands around every page of the door. Whoever is no administrator sees neither the areas
/// nor a page; what pages ask of the server is refused there once more.
#[component]
fn Admin() -> impl IntoView {
    let session = session();
    let inside = move || session.me().map(|me| may_administer(me.as_ref()));

    view! {
        <div class="admin">
            <Transition>
                {move || match inside() {
                    Some(true) => view! { <AreaNav/> <Outlet/> }.into_any(),
                    Some(false) => view! { <Refused/> }.into_any(),
                    None => ().into_any(),
                }}
            </Transition>
        </div>
    }
}

#[component]
fn Refused() -> impl IntoView {
    view! {
        <AdminPage title=lang().admin_title()>
            <Problem error=Some(AppError::Forbidden)/>
        </AdminPage>
    }
}

fn may_administer(me: Result<&domain::page::Me, &AppError>) -> bool {
    me.is_ok_and(|me| me.permissions.contains(&Permission::Administer))
}
