use domain::invalid::Flaws;
use leptos::prelude::*;

use super::editor::editor;
use super::versions::Changes;
use crate::desk::api::calculators::publish_calculator;
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Button, Problem, toaster};

/// What publishing would change, or what keeps it from being published.
#[component]
pub fn PublishForm(asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let editor = editor();
    let toaster = toaster();
    let deed = editor.publishing;
    let note = RwSignal::new(String::new());
    let publish = move |_| {
        let (id, revision) = editor.page.with_untracked(|page| (page.id, page.revision));
        let note = Some(note.get_untracked()).filter(|note| !note.trim().is_empty());
        deed.run(publish_calculator(id, revision, note), move |page| {
            let newest = page.versions.first().map_or(0, |it| it.version);
            editor.page.set(page);
            asking.set(false);
            toaster.say(w.calculator_published(newest));
        });
    };
    let flawed = move || !editor.flaws().read().is_empty();
    let waits = Signal::derive(move || flawed() || deed.pending.get() || !editor.is_kept());
    let newest = move || {
        let page = editor.page.get();
        let before = page.versions.into_iter().next()?.def;
        Some(view! { <Changes before after=editor.def.get()/> })
    };
    let refused = Signal::derive(move || match deed.error.get() {
        Some(AppError::Invalid(flaws)) => Some(flaws),
        _ => None,
    });

    view! {
        <Show when=flawed fallback=move || view! { {newest} }>
            <p class="problem">{w.calculator_not_yet()}</p>
            <FlawList flaws=editor.flaws()/>
        </Show>
        {move || refused.get().map(|flaws| view! { <FlawList flaws/> })}
        <label class="field">
            <span class="label">{w.calculator_note()} <span class="optional">{w.optional()}</span></span>
            <input class="input" maxlength="500" placeholder=w.calculator_note_example() on:input:target=move |event| note.set(event.target().value())/>
        </label>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=waits on:click=publish>{w.calculator_publish()}</Button>
        </div>
    }
}

/// Each with its place in words.
#[component]
fn FlawList(#[prop(into)] flaws: Signal<Flaws>) -> impl IntoView {
    let w = lang();
    let lines = move || {
        let lines = flaws.get().0.into_iter().map(|flaw| {
            view! { <li>{w.calculator_place(&flaw.field)} " · " {w.flaw(&flaw.flaw)}</li> }
        });
        lines.collect_view()
    };

    view! { <ul class="changes">{lines}</ul> }
}
