use domain::connector::typed::Rules;
use leptos::prelude::*;

use super::editor::editor;
use crate::reader::lang;
use crate::ui::Button;

/// Operations and events as they are declared: what a table has no room for (J-09).
#[component]
pub fn TextForm(writing: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let typed = editor().typed;
    let now = typed.with_untracked(|typed| serde_json::to_string_pretty(&typed.rules));
    let text = RwSignal::new(now.unwrap_or_default());
    let mistake = RwSignal::new(None::<String>);
    let take = move |_| match serde_json::from_str::<Rules>(&text.read_untracked()) {
        Ok(rules) => {
            typed.update(|typed| typed.rules = rules);
            writing.set(false);
        }
        Err(error) => mistake.set(Some(w.connector_text_wrong(error.line(), error))),
    };

    view! {
        <p class="soft">{w.connector_as_text_hint()}</p>
        <textarea class="input declaration" rows="18" spellcheck="false" aria-label=w.connector_as_text() prop:value=text on:input:target=move |event| text.set(event.target().value())></textarea>
        <p class="flaw" role="alert">{mistake}</p>
        <div class="actions">
            <Button kind="primary" on:click=take>{w.connector_take()}</Button>
        </div>
    }
}
