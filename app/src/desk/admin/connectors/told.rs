//! What it may tell, and what it told.

use domain::connector::inbound::{InboundRule, TakenAs, Then};
use domain::connector::page::ToldLine;
use domain::id::TicketNumber;
use leptos::prelude::*;

use super::editor::editor;
use crate::reader::lang;
use crate::ui::{Chip, Happened};
use crate::words::Lang;

#[component]
pub fn Rules() -> impl IntoView {
    let w = lang();
    let typed = editor().typed;
    let rules = move || typed.read().rules.inbound.clone();
    let door = typed.with_untracked(|typed| format!("POST /api/v1/inbound/{}", typed.key));
    let each = move |rule: InboundRule| {
        let then = then(w, &rule.then);
        view! { <li><span class="line"><code>{rule.event}</code> <span>{then}</span></span></li> }
    };

    view! {
        <section>
            <h2>{w.connector_rules()}</h2>
            <p class="soft">{w.connector_rules_hint()} " " <code>{door}</code></p>
            <Show when=move || rules().is_empty()><p class="faint">{w.connector_rules_none()}</p></Show>
            <ul class="log">{move || rules().into_iter().map(each).collect_view()}</ul>
        </section>
    }
}

#[component]
pub fn Told() -> impl IntoView {
    let w = lang();
    let told = move || editor().page.read().told.clone();

    view! {
        <section>
            <h2>{w.connector_told()}</h2>
            <Show when=move || told().is_empty()><p class="faint">{w.connector_told_none()}</p></Show>
            <ol class="log">{move || told().into_iter().map(|line| view! { <Event line/> }).collect_view()}</ol>
        </section>
    }
}

#[component]
fn Event(line: ToldLine) -> impl IntoView {
    let w = lang();
    let ToldLine { event, kind, taken, at } = line;
    let tone = match taken.outcome {
        TakenAs::Created | TakenAs::Advanced => Some("good"),
        TakenAs::Nothing => None,
    };
    let ticket = |number: TicketNumber| {
        view! { <a class="num" href=format!("/desk/t/{number}")>{number.to_string()}</a> }
    };

    view! {
        <li>
            <span class="line"><Chip tone>{w.taken_as(taken.outcome)}</Chip> <code>{kind}</code></span>
            <span class="line soft">
                {taken.tickets.into_iter().map(ticket).collect_view()}
                <span class="num">{event}</span>
                <Happened at/>
            </span>
        </li>
    }
}

fn then(w: Lang, then: &Then) -> String {
    match then {
        Then::Create(draft) => w.rule_creates(draft.category.join(" / ")),
        Then::Advance(advance) => w.rule_advances(w.thing(advance.about.kind)),
    }
}
