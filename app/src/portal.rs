//! The customer's door: file a ticket, follow it, answer.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{Route, Router, Routes};
use leptos_router::{SsrMode, path};

use crate::ui::document::{Document, Program, Start};
use crate::ui::not_found::NotFound;

/// The document around the portal. It is complete without the program, so that waits until the
/// browser has nothing better to do.
pub fn shell(program: Program) -> impl IntoView {
    view! {
        <Document program start=Start::WhenIdle>
            <App/>
        </Document>
    }
}

/// The map of the portal.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Title formatter=|page| format!("{page} · 工单")/>
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=HomePage ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
}

#[component]
fn HomePage() -> impl IntoView {
    view! {
        <Title text="客户服务"/>
        <main>
            <h1>"有什么可以帮您？"</h1>
        </main>
    }
}
