use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::upload::upload;
use crate::error::AppError;
use crate::reader::{lang, reader};

/// The file of a field: it goes to the server when it is chosen, and its id is the value.
#[component]
pub fn FieldFile(name: String, #[prop(into)] set: Callback<String>) -> impl IntoView {
    let w = lang();
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<AppError>);
    let take = move |event: leptos::ev::Event| {
        let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        let file = input.and_then(|input| input.files()).and_then(|files| files.get(0));
        let Some(file) = file else { return set.run(String::new()) };
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            match upload(&file).await {
                Ok(id) => set.run(id.to_string()),
                Err(why) => drop(error.try_set(Some(why))),
            }
            busy.try_set(false);
        });
    };
    let said = move || {
        let why = error.get()?;
        let flaw = why.flaw("file").map(|flaw| w.flaw(&flaw));
        Some(flaw.unwrap_or_else(|| why.to_words(&reader())))
    };

    view! {
        <input class="input" type="file" name=name aria-busy=move || busy.get().to_string() on:change=take/>
        <p class="faint" role="status">{move || if busy.get() { Some(w.uploading().to_owned()) } else { said() }}</p>
    }
}
