use domain::rules::LeafRule;
use leptos::prelude::*;

use crate::desk::api::rules::set_people_only;
use crate::reader::lang;
use crate::ui::{Deed, Problem, toaster};

/// Which leaves automation leaves to people (D-28). Each is kept as soon as it is ticked.
#[component]
pub fn PeopleOnly(leaves: Vec<LeafRule>) -> impl IntoView {
    let w = lang();
    let words = RwSignal::new(String::new());
    let (chosen, rest): (Vec<LeafRule>, Vec<LeafRule>) =
        leaves.into_iter().partition(|leaf| leaf.people_only);
    let lines = chosen.into_iter().chain(rest).map(|leaf| view! { <Leaf leaf words/> });

    view! {
        <section class="body-form">
            <h2>{w.rules_people_only()}</h2>
            <p class="soft">{w.rules_people_only_hint()}</p>
            <input class="input" type="search" autocomplete="off" aria-label=w.leaves_find() placeholder=w.leaves_find() on:input:target=move |event| words.set(event.target().value())/>
            <ul class="leaves">{lines.collect_view()}</ul>
        </section>
    }
}

#[component]
fn Leaf(leaf: LeafRule, words: RwSignal<String>) -> impl IntoView {
    let w = lang();
    let (deed, toaster) = (Deed::new(), toaster());
    let LeafRule { id, path, people_only } = leaf;
    let path = path.join(" / ");
    let name = path.clone();
    let (kept, asked) = (RwSignal::new(people_only), RwSignal::new(people_only));
    // What is refused is shown as it was.
    let on = move || if deed.pending.get() { asked.get() } else { kept.get() };
    let turn = move |to: bool| {
        asked.set(to);
        deed.run(set_people_only(id, to), move |()| {
            kept.set(to);
            toaster.say(w.rules_saved());
        });
    };

    view! {
        <li hidden=move || !path.contains(words.read().trim())>
            <label class="switch">
                <input type="checkbox" checked=people_only prop:checked=on on:change:target=move |event| turn(event.target().checked())/>
                {name}
            </label>
            <Problem error=deed.error/>
        </li>
    }
}
