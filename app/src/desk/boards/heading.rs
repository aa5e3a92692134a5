use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::location::Location;

use crate::reader::lang;

/// What every board begins with: what it is called, and the way to the others.
#[component]
pub fn BoardHeading(
    title: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let w = lang();
    let Location { pathname, .. } = use_location();
    let link = move |href: &'static str, label: &'static str| {
        let current = move || (*pathname.read() == href).then_some("page");
        view! { <a href=href aria-current=current>{label}</a> }
    };

    view! {
        <header>
            <h1>{title}</h1>
            <nav class="sieve" aria-label=w.board_others()>
                {link("/boards", w.board_title())}
                {link("/boards/supervisions", w.supervision())}
                {link("/boards/steps", w.steps_title())}
            </nav>
            {children.map(|children| children())}
        </header>
    }
}
