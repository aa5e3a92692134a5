use leptos::html;
use leptos::prelude::*;

use super::{Button, Icon};
use crate::browser;
use crate::reader::lang;

const FIRST: &str = "dialog[open] .body :is(input, select, textarea, button)";

/// To where one begins in the dialog that is open.
pub fn focus_first() {
    browser::focus(FIRST);
}

/// A modal dialog. What is in it lives only while it is open, so it always opens fresh.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    /// `wide`.
    #[prop(optional)]
    size: Option<&'static str>,
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
                // The first thing to fill in has the focus, not the cross in the corner.
                request_animation_frame(focus_first);
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let close = move || open.set(false);

    view! {
        <dialog class="dialog" node_ref=node data-size=size on:close=move |_| close() aria-label=title>
            <Show when=move || open.get()>
                <header>
                    <h2>{title}</h2>
                    <Button kind="quiet" size="icon" on:click=move |_| close() attr:aria-label=lang().close_this()>
                        <Icon name="x"/>
                    </Button>
                </header>
                <div class="body">{children()}</div>
            </Show>
        </dialog>
    }
}
