use leptos::prelude::*;

use super::acts::Acts;
use super::due_chips::DueChips;
use super::edit_subject::EditSubject;
use super::open;
use super::presence::Present;
use super::steps::Steps;
use crate::browser;
use crate::desk::address;
use crate::desk::address::ListOf;
use crate::reader::lang;
use crate::ui::{Chip, Icon, toaster};

/// What it is about, how it stands, who has it, and what can be done.
#[component]
pub fn Header() -> impl IntoView {
    let w = lang();
    let open = open();
    let list = ListOf::here();
    let state = open.part(|page| page.ticket.state);
    let priority = open.part(|page| page.ticket.priority);
    let details = address::here_with("part", Some("details"));

    view! {
        <header class="head">
            <div class="line">
                <a class="button narrow" data-kind="quiet" data-size="icon" href=move || list.read().href() aria-label=w.back()>
                    <Icon name="back"/>
                </a>
                <Crumb/>
                <Number/>
                <span class="end">
                    <Present/>
                    <a class="button middling" data-kind="quiet" data-size="icon" href=details aria-label=w.ticket_details()>
                        <Icon name="person"/>
                    </a>
                </span>
            </div>
            <EditSubject/>
            <div class="line">
                {move || {
                    let state = state.get();
                    let tone = state_tone(state.category());
                    view! { <Chip tone>{w.state(state)}</Chip> }
                }}
                <DueChips/>
                {move || {
                    let priority = priority.get();
                    priority_tone(priority).map(|tone| view! { <Chip tone>{w.priority(priority)}</Chip> })
                }}
                <Counts/>
                <Whose/>
            </div>
            <Steps/>
            <Acts/>
        </header>
    }
}

#[component]
fn Crumb() -> impl IntoView {
    let path = open().part(|page| page.category.clone());
    let parts = move || {
        let path = path.get();
        let last = path.len().saturating_sub(1);
        path.into_iter()
            .enumerate()
            .map(|(at, name)| {
                let name =
                    if at == last { view! { <b>{name}</b> }.into_any() } else { name.into_any() };
                let slash = (at > 0).then(|| view! { <i aria-hidden="true">"/"</i> });
                view! { {slash} {name} }
            })
            .collect_view()
    };

    view! { <span class="crumb">{parts}</span> }
}

/// To read aloud, and to copy with one click.
#[component]
fn Number() -> impl IntoView {
    let w = lang();
    let number = open().number.to_string();
    let toaster = toaster();
    let copy = {
        let number = number.clone();
        move |_| {
            browser::copy(&number);
            toaster.say(w.copied());
        }
    };

    view! {
        <button type="button" class="chip number" on:click=copy title=w.copy()>{number}</button>
    }
}

/// Who answers for it, and who has it in hand.
#[component]
fn Whose() -> impl IntoView {
    let w = lang();
    let open = open();
    let me = open.me.with_value(|me| me.id);
    let owner = open.part(move |page| {
        page.owner
            .as_ref()
            .map(|owner| if owner.id == me { w.you().to_owned() } else { owner.name.clone() })
    });
    let handler = open.part(move |page| {
        let handler = page.tasks.iter().find_map(|task| task.handler.as_ref())?;
        Some(if handler.id == me { w.you().to_owned() } else { handler.name.clone() })
    });
    let group = open.part(|page| page.group.name.clone());

    view! {
        <span class="whose">
            {move || w.ticket_owner(owner.get().as_deref().unwrap_or(w.nobody()))}
            " · "
            {move || match handler.get() {
                Some(handler) => w.ticket_handler(handler),
                None => w.ticket_group(group.get()),
            }}
        </span>
    }
}

/// How often it came back, was urged, was handed on: worth a glance when it is more than never.
#[component]
fn Counts() -> impl IntoView {
    let w = lang();
    let counts = open().part(|page| (page.ticket.reopens, page.ticket.urges));

    move || {
        let (reopens, urges) = counts.get();
        view! {
            {(reopens > 0).then(|| view! { <Chip tone=Some("soon")>{w.ticket_reopens(reopens)}</Chip> })}
            {(urges > 0).then(|| view! { <Chip tone=Some("soon")>{w.ticket_urges(urges)}</Chip> })}
        }
    }
}

const fn state_tone(state: domain::state::StateCategory) -> Option<&'static str> {
    use domain::state::StateCategory;
    match state {
        StateCategory::New | StateCategory::Open => Some("info"),
        StateCategory::Resolved => Some("good"),
        StateCategory::Waiting | StateCategory::Closed => None,
    }
}

/// An ordinary priority is not worth a word; `Some(None)` is a word without a colour.
#[expect(clippy::option_option, reason = "whether to say it, and in which tone, are two questions")]
const fn priority_tone(priority: domain::priority::Priority) -> Option<Option<&'static str>> {
    use domain::priority::Priority;
    match priority {
        Priority::Normal | Priority::Low => None,
        Priority::High => Some(None),
        Priority::Urgent => Some(Some("soon")),
    }
}
