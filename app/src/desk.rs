//! The agent's door: worklist, ticket, boards.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::ui::document::{Document, Program, Start};
use crate::ui::not_found::NotFound;

/// The document around the workspace. An agent works with it all day: the program loads at once.
pub fn shell(program: Program) -> impl IntoView {
    view! {
        <Document program start=Start::AtOnce>
            <App/>
        </Document>
    }
}

/// The map of the workspace.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Title formatter=|page| format!("{page} · 工单")/>
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/desk") view=WorkPage/>
            </Routes>
        </Router>
    }
}

#[component]
fn WorkPage() -> impl IntoView {
    view! {
        <Title text="我的待办"/>
        <main>
            <h1>"我的待办"</h1>
        </main>
    }
}
