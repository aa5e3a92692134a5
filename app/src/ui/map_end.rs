//! Where the map of a browser program ends.

use std::time::Duration;

use leptos::prelude::*;

/// The end of one program's map may be the beginning of another's, and the server knows of which:
/// the browser asks it, as if the link had been a plain one. Where it was the server that found no
/// such page, `children` say so.
#[component]
pub fn MapEnd(children: Children) -> impl IntoView {
    if came_by_a_link() {
        // The router writes the address when it has shown us.
        Effect::new(|| set_timeout(ask_the_server, Duration::ZERO));
        return ().into_any();
    }
    children().into_any()
}

/// And not with the page the server has rendered.
fn came_by_a_link() -> bool {
    Owner::current_shared_context().is_some_and(|it| it.is_browser() && !it.during_hydration())
}

fn ask_the_server() {
    let _ = window().location().reload();
}
