use domain::ticket::Trigger;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Form;
use leptos_router::hooks::use_navigate;

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
        ListOf::Work(..) | ListOf::Behind(_) => String::new(),
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
            <TriggeredBy of/>
        </search>
    }
}

/// All, or only what people, or what systems set in motion.
#[component]
fn TriggeredBy(of: Memo<ListOf>) -> impl IntoView {
    let w = lang();
    let go = use_navigate();
    let choose = move |chosen: String| {
        let of = of.read_untracked().triggered(chosen.parse().ok());
        go(&of.href(), NavigateOptions::default());
    };
    let options = Trigger::ALL.iter().map(|&trigger| {
        let chosen = move || of.read().trigger() == Some(trigger);
        view! { <option value=trigger.as_str() selected=chosen prop:selected=chosen>{w.trigger(trigger)}</option> }
    });
    let options = options.collect_view();
    let is_offered = move || !matches!(&*of.read(), ListOf::Behind(_));

    view! {
        <select
            class="input"
            data-size="small"
            hidden=move || !is_offered()
            aria-label=w.trigger_filter()
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="">{w.trigger_any()}</option>
            {options}
        </select>
    }
}
