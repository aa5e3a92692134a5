use domain::connector::typed::Typed;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::desk::api::connectors::save_connector;
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Deed, Field, Problem};

/// A key, a name and an address are all a new one needs; the rest is set up on its page.
#[component]
pub fn CreateForm() -> impl IntoView {
    let w = lang();
    let deed = Deed::new();
    let typed = RwSignal::new(Typed { timeout: "10".to_owned(), ..Typed::default() });
    let go = use_navigate();
    let create = move || match typed.with_untracked(Typed::read) {
        Err(flaws) => deed.error.set(Some(AppError::Invalid(flaws))),
        Ok(connector) => {
            let (go, key) = (go.clone(), connector.key.clone());
            deed.run(save_connector(connector, None, None), move |_| {
                go(&format!("/admin/connectors/{key}"), NavigateOptions::default());
            });
        }
    };

    view! {
        <form class="body-form" on:submit=move |event| { event.prevent_default(); create(); }>
            <Field label=w.connector_name() name="name" error=deed.error>
                <input class="input" name="name" maxlength="80" required placeholder=w.connector_name_example() aria-describedby="name-flaw" on:input:target=move |event| typed.update(|it| it.name = event.target().value())/>
            </Field>
            <Field label=w.connector_key() name="key" help=w.connector_key_help() error=deed.error>
                <input class="input" name="key" maxlength="40" required placeholder="shop" autocapitalize="none" aria-describedby="key-flaw" on:input:target=move |event| typed.update(|it| it.key = event.target().value())/>
            </Field>
            <Field label=w.connector_url() name="base_url" error=deed.error>
                <input class="input" name="base_url" type="url" required placeholder="https://shop.example.com/api" aria-describedby="base_url-flaw" on:input:target=move |event| typed.update(|it| it.base_url = event.target().value())/>
            </Field>
            <Problem error=deed.error/>
            <div class="actions">
                <button class="button" data-kind="primary" disabled=deed.pending>{w.connector_begin()}</button>
            </div>
        </form>
    }
}
