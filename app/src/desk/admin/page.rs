use leptos::prelude::*;
use leptos_meta::Title;

/// One page of the administrator's door: what it is called, what it is for, what can be done with
/// all of it, and the rest.
#[component]
pub fn AdminPage(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] hint: Option<String>,
    /// Buttons at the end of the heading's line.
    #[prop(optional, into)]
    acts: ViewFnOnce,
    children: Children,
) -> impl IntoView {
    view! {
        <Title text=title/>
        <main class="admin-page" id="main" tabindex="-1">
            <header>
                <h1>{title}</h1>
                <div class="acts">{acts.run()}</div>
                {hint.map(|hint| view! { <p class="soft">{hint}</p> })}
            </header>
            {children()}
        </main>
    }
}
