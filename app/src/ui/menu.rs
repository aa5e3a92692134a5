use leptos::html;
use leptos::prelude::*;

/// A button and the list it opens: the browser's own popover, closed by Escape, by a click outside
/// and by a choice.
#[component]
pub fn Menu(
    /// Unique on the page.
    id: &'static str,
    /// What the button is called where `face` is only a drawing.
    #[prop(optional, into)]
    label: Option<String>,
    #[prop(optional)] kind: Option<&'static str>,
    #[prop(optional)] size: Option<&'static str>,
    #[prop(into)] face: ViewFn,
    children: Children,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let close = move |_| {
        if let Some(list) = list.get() {
            let _ = list.hide_popover();
        }
    };

    view! {
        <div class="menu">
            <button
                type="button"
                class="button"
                data-kind=kind
                data-size=size
                popovertarget=id
                aria-label=label
            >
                {move || face.run()}
            </button>
            <div class="menu-list" id=id popover="auto" node_ref=list on:click=close>
                {children()}
            </div>
        </div>
    }
}
