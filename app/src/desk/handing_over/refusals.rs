use domain::page::Handed;
use leptos::prelude::*;

use crate::reader::lang;
use crate::ui::Button;
use crate::words::Lang;

/// Which of many tickets were not handed over, and why; the others were.
#[component]
pub fn Refusals(all: usize, refused: Vec<Handed>, done: Callback<()>) -> impl IntoView {
    let w = lang();
    let handed = all - refused.len();
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
        <p role="status">{w.hand_some_done(handed, refused.len())}</p>
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
