//! A flow as a file, out and in.

use domain::invalid::Flaw;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlElement};

use super::state::{Editor, editor};
use crate::desk::address::encode;
use crate::desk::api::flows::{export_flow, import_flow};
use crate::error::AppError;
use crate::reader::{lang, reader};
use crate::ui::Deed;
use crate::words::Lang;

#[component]
pub fn ExportButton() -> impl IntoView {
    let editor = editor();
    let deed = Deed::new();
    let act = move |_| {
        editor.settle(move || {
            deed.run(export_flow(editor.id), move |text| {
                let name = editor.page.with_untracked(|page| page.name.clone());
                hand_out(&format!("{name}.json"), &text);
            });
        });
    };
    say_errors(editor, deed);

    view! { <button type="button" on:click=act>{lang().flow_export()}</button> }
}

/// The file becomes the draft; what the draft was can be had back.
#[component]
pub fn ImportButton() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let input = NodeRef::<html::Input>::new();
    let deed = Deed::new();
    let read = move |_| {
        let Some(input) = input.get() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        input.set_value("");
        let before = editor.draft.get_untracked();
        let id = editor.id;
        let work = async move { import_flow(id, text_of(&file).await?).await };
        deed.run(work, move |()| {
            editor.reload();
            let back = Callback::new(move |()| {
                editor.change(|flow| flow.clone_from(&before));
            });
            editor.toaster.offer(w.flow_imported(), w.undo(), back);
        });
    };
    say_errors(editor, deed);

    view! {
        <label>
            {w.flow_import()}
            <input class="aside-for-readers" type="file" accept=".json,application/json" node_ref=input on:change=read/>
        </label>
    }
}

/// There is no room for them in a menu.
fn say_errors(editor: Editor, deed: Deed) {
    let w = lang();
    Effect::new(move || {
        if let Some(error) = deed.error.get() {
            editor.toaster.say(words(w, &error));
        }
    });
}

fn words(w: Lang, error: &AppError) -> String {
    let AppError::Invalid(flaws) = error else { return error.to_words(&reader()) };
    let Some(first) = flaws.0.first() else { return w.import_not_a_flow().to_owned() };
    match (first.field.strip_prefix("file."), &first.flaw) {
        (Some(name), _) => w.import_unknown(name.trim_matches('"')),
        (None, Flaw::NotOffered) => w.import_version().to_owned(),
        (None, _) => w.import_not_a_flow().to_owned(),
    }
}

async fn text_of(file: &File) -> Result<String, AppError> {
    let text = JsFuture::from(file.text()).await.map_err(|_| AppError::Ours)?;
    text.as_string().ok_or(AppError::Ours)
}

/// Hands a file to whoever is at the browser.
fn hand_out(name: &str, text: &str) {
    let Ok(link) = document().create_element("a") else { return };
    let address = format!("data:application/json;charset=utf-8,{}", encode(text));
    let _ = link.set_attribute("href", &address);
    let _ = link.set_attribute("download", name);
    if let Some(link) = link.dyn_ref::<HtmlElement>() {
        link.click();
    }
}
