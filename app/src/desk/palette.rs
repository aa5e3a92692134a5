//! Everything by typing: commands of the page, and tickets by number or words.

use std::time::Duration;

use domain::list::{Page, TicketQuery, TicketRow, View};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::api::lists::tickets;
use super::keys::{Command, Hint, Keys, on_command};
use crate::browser;
use crate::reader::lang;
use crate::ui::{Dialog, Icon};

/// Typing has come to a rest.
const REST: Duration = Duration::from_millis(180);
const AT_MOST: u16 = 8;

#[component]
pub fn Palette() -> impl IntoView {
    let open = RwSignal::new(false);
    on_command(Command::Palette, move || {
        open.set(true);
        request_animation_frame(|| browser::focus("#palette"));
    });

    view! {
        <Dialog open title=lang().keys_palette()>
            <Choices open/>
        </Dialog>
    }
}

#[derive(Clone, PartialEq)]
enum Choice {
    Do(Command),
    Go(Box<TicketRow>),
}

#[component]
fn Choices(open: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let keys = use_context::<Keys>();
    let typed = RwSignal::new(String::new());
    let found = RwSignal::new(Vec::<TicketRow>::new());
    let at = RwSignal::new(0_usize);
    search_at_rest(typed, found);
    let choices = Memo::new(move |_| {
        let words = typed.get().trim().to_lowercase();
        let offered = |command: &Command| {
            let can = keys.is_some_and(|keys| keys.can(*command));
            can && *command != Command::Palette && command.label(w).to_lowercase().contains(&words)
        };
        let commands = Command::ALL.into_iter().filter(offered).map(Choice::Do);
        commands
            .chain(found.get().into_iter().map(|row| Choice::Go(Box::new(row))))
            .collect::<Vec<_>>()
    });
    let navigate = use_navigate();
    let choose = Callback::new(move |choice: Choice| {
        open.set(false);
        match choice {
            // The dialog must be gone, or the command would land in it.
            Choice::Do(command) => request_animation_frame(move || {
                keys.map(|keys| keys.give(command));
            }),
            Choice::Go(row) => {
                navigate(&format!("/desk/t/{}", row.number), NavigateOptions::default());
            }
        }
    });
    let steer = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let last = choices.with_untracked(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1).min(last)),
            "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
            "Enter" => {
                let choice = choices.with_untracked(|all| all.get(at.get_untracked()).cloned());
                if let Some(choice) = choice {
                    choose.run(choice);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };

    view! {
        <div class="palette">
            <input
                id="palette"
                class="input"
                role="combobox"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant=move || format!("choice-{}", at.get())
                aria-label=w.palette_hint()
                placeholder=w.palette_hint()
                autocomplete="off"
                autofocus
                on:input:target=move |event| { typed.set(event.target().value()); at.set(0); }
                on:keydown=steer
            />
            <ul id="palette-list" role="listbox" aria-label=w.keys_palette()>
                {move || choices.get().into_iter().enumerate().map(|(place, choice)| {
                    let shown = choice.clone();
                    view! {
                        <li
                            id=format!("choice-{place}")
                            role="option"
                            aria-selected=move || if at.get() == place { "true" } else { "false" }
                            on:click=move |_| choose.run(choice.clone())
                        >
                            <Face choice=shown/>
                        </li>
                    }
                }).collect_view()}
            </ul>
        </div>
    }
}

#[component]
fn Face(choice: Choice) -> impl IntoView {
    match choice {
        Choice::Do(command) => view! {
            <Icon name="next"/> <span>{command.label(lang())}</span> <Hint of=command/>
        }
        .into_any(),
        Choice::Go(row) => view! {
            <Icon name="file"/> <span class="grow">{row.subject.clone()}</span>
            <span class="faint num">{row.number.to_string()} " · " {row.requester.clone()}</span>
        }
        .into_any(),
    }
}

/// Asks for tickets when typing has come to a rest; an answer to older words is dropped.
fn search_at_rest(typed: RwSignal<String>, found: RwSignal<Vec<TicketRow>>) {
    let ask = move || {
        let Some(words) = typed.try_get_untracked().filter(|words| !words.trim().is_empty()) else {
            found.try_set(Vec::new());
            return;
        };
        spawn_local(async move {
            let limit = AT_MOST.try_into().unwrap_or_default();
            let query = TicketQuery {
                view: View::Live,
                words: Some(words.clone()),
                limit,
                ..TicketQuery::default()
            };
            if let Ok(Page { rows, .. }) = tickets(query).await
                && typed.try_get_untracked().is_some_and(|now| now == words)
            {
                found.try_set(rows);
            }
        });
    };
    Effect::new(move |before: Option<Option<_>>| {
        typed.track();
        if let Some(Some(before)) = before {
            let before: leptos::leptos_dom::helpers::TimeoutHandle = before;
            before.clear();
        }
        set_timeout_with_handle(ask, REST).ok()
    });
}
