use leptos::prelude::*;
use leptos_router::components::Form;

use crate::browser;
use crate::desk::address::ListOf;
use crate::desk::keys::{Command, Hint, on_command};
use crate::reader::lang;
use crate::ui::Icon;

/// Finds tickets by words, number, customer or order; the address keeps what was asked.
#[component]
pub fn SearchBox(of: Memo<ListOf>) -> impl IntoView {
    let w = lang();
    let words = Memo::new(move |_| match &*of.read() {
        ListOf::Tickets(query) => query.words.clone().unwrap_or_default(),
        ListOf::Work(_) | ListOf::Behind(_) => String::new(),
    });
    on_command(Command::Search, || browser::focus("#search"));

    view! {
        <search class="search">
            <Form method="GET" action="/desk">
                <Icon name="search"/>
                <input
                    id="search"
                    type="search"
                    name="q"
                    enterkeyhint="search"
                    autocomplete="off"
                    aria-label=w.list_search()
                    placeholder=w.list_search()
                    value=words.get_untracked()
                    prop:value=words
                />
                <Hint of=Command::Search/>
            </Form>
        </search>
    }
}
