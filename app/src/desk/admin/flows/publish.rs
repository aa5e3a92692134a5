//! Publishing: what it changes, in words, and every version there was.

use domain::flow::compare::{Change, Difference};
use domain::flow::page::VersionLine;
use domain::flow::{Flow, StepKey};
use leptos::prelude::*;

use super::names;
use super::problems::sentence;
use super::state::editor;
use crate::desk::api::flows::{open_flow, publish_flow};
use crate::reader::lang;
use crate::ui::{Chip, Deed, Happened, Icon, Problem};
use crate::words::Lang;

#[component]
pub fn PublishForm(open: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let note = RwSignal::new(String::new());
    let deed = Deed::new();
    let problems = editor.problems.get_untracked();
    let sound = problems.is_empty();
    let publish = move || {
        let note = Some(note.get_untracked()).filter(|note| !note.trim().is_empty());
        let (id, seen) = (editor.id, editor.seen.get_untracked());
        let work = async move {
            publish_flow(id, note, seen).await?;
            open_flow(id).await
        };
        deed.run(work, move |page| {
            let number = page.versions.first().map_or(1, |version| version.number);
            editor.replace(page);
            editor.toaster.say(w.published(number));
            open.set(false);
        });
    };
    let problems = problems.into_iter().map(|problem| {
        let words = sentence(w, editor, &problem);
        let name = editor.draft.with_untracked(|flow| name_of(w, flow, problem.step()));
        let words = match name {
            Some(name) => w.problem_at(name, words),
            None => words,
        };
        view! { <p class="problem"><Icon name="alert"/><span>{words}</span></p> }
    });

    view! {
        <p class="soft">{w.publish_hint()}</p>
        <Differences/>
        {problems.collect_view()}
        <form class="body-form" on:submit=move |event| { event.prevent_default(); publish(); }>
            <label class="field">
                <span class="label">{w.publish_note()}" "<span class="optional">{w.optional()}</span></span>
                <textarea class="input" maxlength="500" on:input:target=move |event| note.set(event.target().value())></textarea>
            </label>
            <Problem error=deed.error/>
            <div class="actions">
                <button class="button" data-kind="primary" disabled=move || !sound || deed.pending.get()>{w.publish_do()}</button>
            </div>
        </form>
    }
    .into_any()
}

fn name_of(w: Lang, flow: &Flow, step: Option<&StepKey>) -> Option<String> {
    step.map(|step| names::step(w, flow, step))
}

#[component]
fn Differences() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let current = editor.page.with_untracked(|page| page.current.clone());
    let first = current.is_none();
    let old = current.unwrap_or_default();
    let all = editor.draft.with_untracked(|draft| draft.differs_from(&old));
    let none = all.is_empty().then(|| view! { <p class="soft">{w.publish_no_changes()}</p> });
    let title = if first { w.publish_first() } else { w.publish_changes() };

    view! {
        <section class="flow-changes">
            <h3>{title}</h3>
            {none}
            <ul>{all.into_iter().map(|it| difference(w, it)).collect_view()}</ul>
        </section>
    }
}

fn difference(w: Lang, it: Difference) -> impl IntoView {
    let (tone, how, parts) = match it.change {
        Change::Added => ("good", w.change_added(), String::new()),
        Change::Removed => ("late", w.change_removed(), String::new()),
        Change::Changed { parts } => {
            let parts: Vec<&str> = parts.into_iter().map(|part| w.flow_part(part)).collect();
            ("soon", w.change_changed(), parts.join(w.list_comma()))
        }
    };

    view! { <li><Chip tone=Some(tone)>{how}</Chip><strong>{it.name}</strong><span class="soft">{parts}</span></li> }
}

#[component]
pub fn History() -> impl IntoView {
    let w = lang();
    let versions = editor().page.with_untracked(|page| page.versions.clone());
    if versions.is_empty() {
        return view! { <p class="soft">{w.history_none()}</p> }.into_any();
    }
    let line = |VersionLine { number, note, by, at, .. }: VersionLine| {
        view! {
            <li>
                <strong>{w.flow_version(number)}</strong>
                <span class="soft">{by}" "{at.map(|at| view! { <Happened at/> })}</span>
                {note.map(|note| view! { <p>{note}</p> })}
            </li>
        }
    };

    view! { <ol class="flow-history">{versions.into_iter().map(line).collect_view()}</ol> }
        .into_any()
}
