//! Whoever was asked, and what they answered, side by side (C-14).

use domain::page::TaskView;
use domain::task::TaskState;
use leptos::prelude::*;

use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Chip, Due, Happened};

#[component]
pub fn Asked() -> impl IntoView {
    let w = lang();
    let asked = open().part(|page| page.asked.clone());

    view! {
        <Show when=move || !asked.read().is_empty()>
            <section class="asked" aria-label=w.asked_all()>
                <For each=move || asked.get() key=|view| (view.task.id, view.task.state) let:view>
                    <OneAsked view/>
                </For>
            </section>
        </Show>
    }
}

#[component]
fn OneAsked(view: TaskView) -> impl IntoView {
    let w = lang();
    let TaskView { task, step_name, group, handler, department, partner, .. } = view;
    let who = partner
        .or_else(|| match (department, handler) {
            (Some(department), Some(person)) => Some(format!("{department} · {}", person.name)),
            (Some(department), None) => Some(department),
            (None, Some(person)) => Some(person.name),
            (None, None) => None,
        })
        .unwrap_or(group.name);
    let (tone, word) = match task.state {
        TaskState::Done => (Some("good"), w.asked_answered()),
        TaskState::SentBack => (Some("late"), w.asked_returned()),
        TaskState::Cancelled | TaskState::Skipped | TaskState::Failed => (None, w.asked_dropped()),
        TaskState::Pending
        | TaskState::Ready
        | TaskState::Claimed
        | TaskState::InProgress
        | TaskState::WaitingExternal => (Some("soon"), w.asked_open()),
    };
    let over = task.state.is_over();

    view! {
        <article>
            <header><b>{who}</b> <Chip tone>{word}</Chip></header>
            <p class="question">{w.action_reason(&step_name)}</p>
            {task.answer.map(|answer| view! { <p class="answer">{w.action_reason(&answer)}</p> })}
            <footer>
                {match (over, task.done_at) {
                    (true, Some(at)) => view! { <Happened at/> }.into_any(),
                    _ => task.due_at.map(|at| view! { <Due at/> }).into_any(),
                }}
            </footer>
        </article>
    }
}
