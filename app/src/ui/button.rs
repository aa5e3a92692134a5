use leptos::prelude::*;

/// A button that does something here and now; forms have plain `<button class="button">`.
#[component]
pub fn Button(
    /// `primary`, `quiet` or `danger`; most have none.
    #[prop(optional)]
    kind: Option<&'static str>,
    /// `touch`, `small` or `icon`.
    #[prop(optional)]
    size: Option<&'static str>,
    /// While it is true, the button waits for an answer and cannot be pressed again.
    #[prop(optional, into)]
    busy: Signal<bool>,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button"
            data-kind=kind
            data-size=size
            disabled=busy
            aria-busy=move || busy.get().then_some("true")
        >
            {children()}
        </button>
    }
}
