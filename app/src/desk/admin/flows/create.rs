use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::desk::api::flows::create_flow;
use crate::reader::lang;
use crate::ui::{Deed, Field, Problem};

/// A name is all a new flow needs; it begins as a copy of the standard one.
#[component]
pub fn CreateForm() -> impl IntoView {
    let w = lang();
    let name = RwSignal::new(String::new());
    let deed = Deed::new();
    let go = use_navigate();
    let create = move || {
        let go = go.clone();
        deed.run(create_flow(name.get_untracked()), move |id| {
            go(&format!("/admin/flows/{id}"), NavigateOptions::default());
        });
    };

    view! {
        <form class="body-form" on:submit=move |event| { event.prevent_default(); create(); }>
            <Field label=w.flow_name() name="name" error=deed.error>
                <input class="input" name="name" maxlength="60" required aria-describedby="name-flaw" placeholder=w.flow_name_example() on:input:target=move |event| name.set(event.target().value())/>
            </Field>
            <Problem error=deed.error/>
            <div class="actions">
                <button class="button" data-kind="primary" disabled=deed.pending>{w.flow_create()}</button>
            </div>
        </form>
    }
}
