use domain::calculator::{CalculatorDef, VersionView};
use leptos::prelude::*;

use super::editor::editor;
use crate::reader::lang;
use crate::ui::{Chip, Happened};

/// What was published, newest first, each with what it changed.
#[component]
pub fn Versions() -> impl IntoView {
    let w = lang();
    let versions = move || {
        let all = editor().page.read().versions.clone();
        let older = all.iter().skip(1).map(|it| Some(it.def.clone())).chain([None]);
        let rows = all.iter().cloned().zip(older.collect::<Vec<_>>());
        rows.map(|(version, before)| view! { <Version version before/> }).collect_view()
    };

    view! {
        <section>
            <h2>{w.calculator_versions()}</h2>
            {move || editor().page.read().versions.is_empty().then(|| view! { <p class="faint">{w.calculator_no_versions()}</p> })}
            <ol class="versions">{versions}</ol>
        </section>
    }
}

#[component]
fn Version(version: VersionView, before: Option<CalculatorDef>) -> impl IntoView {
    let w = lang();
    let VersionView { version, def, note, by, at } = version;

    view! {
        <li>
            <div class="line">
                <Chip>{w.calculator_version(version)}</Chip>
                <span>{by.unwrap_or_else(|| w.the_desk().to_owned())}</span>
                <span class="faint"><Happened at/></span>
            </div>
            {note.map(|note| view! { <q>{note}</q> })}
            {match before {
                Some(before) => view! { <Changes before after=def/> }.into_any(),
                None => view! { <p><code>{def.formula}</code></p> }.into_any(),
            }}
        </li>
    }
}

/// In words, from one definition to the next.
#[component]
pub fn Changes(before: CalculatorDef, after: CalculatorDef) -> impl IntoView {
    let w = lang();
    let changes = after.changes_since(&before);
    let nothing = changes.is_empty();
    let lines = changes.iter().map(|change| view! { <li>{w.calculator_change(change)}</li> });

    view! {
        <ul class="changes">
            {lines.collect_view()}
            {nothing.then(|| view! { <li class="faint">{w.change_nothing()}</li> })}
        </ul>
    }
}
