use domain::page::Handed;
use leptos::prelude::*;

use crate::reader::lang;
use crate::ui::Button;
use crate::words::Lang;

/// Which of many tickets it could not be done to, and why; it was done to the others.
#[component]
pub fn Refusals(
    /// How many it was done to, and how many it was not.
    said: String,
    refused: Vec<Handed>,
    done: Callback<()>,
) -> impl IntoView {
    let w = lang();
    let row = move |one: Handed| {
        let why = one.refused.as_deref().map(|code| why(w, code));
        view! {
            <li>
                <a href=format!("/desk/t/{}", one.number)>{one.number.to_string()}</a>
                <span>{why}</span>
            </li>
        }
    };

    view! {
        <p role="status">{said}</p>
        <ul class="refusals num">{refused.into_iter().map(row).collect_view()}</ul>
        <div class="actions">
            <Button kind="primary" on:click=move |_| done.run(())>{w.confirm()}</Button>
        </div>
    }
}

/// The codes are the desk's; whatever is not among them is said in general.
fn why(w: Lang, code: &str) -> &'static str {
    match code {
        "forbidden" => w.error_forbidden(),
        "not_found" => w.error_not_found(),
        "not_now" => w.hand_not_now(),
        _ => w.error_invalid(),
    }
}
