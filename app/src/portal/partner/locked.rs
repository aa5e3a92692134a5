//! Before the code: to whom it goes, and a place to type it.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::error::AppError;
use crate::portal::answer::Echo;
use crate::reader::{lang, reader};

#[component]
pub fn Locked(
    link: String,
    reach: Option<String>,
    sent: bool,
    echo: Option<Echo>,
) -> impl IntoView {
    let w = lang();
    let reach = reach.unwrap_or_default();
    let (send, enter) = (format!("/p/{link}/code"), format!("/p/{link}/enter"));
    let why = echo.map(|echo| match echo.why {
        AppError::Forbidden => w.partner_wrong_code().to_owned(),
        why => why.to_words(&reader()),
    });
    let lead = if sent { w.partner_sent(&reach) } else { w.partner_locked_lead(&reach) };
    let code = sent.then(|| {
        view! {
            <form class="code" method="post" action=enter>
                <div class="field">
                    <label class="label" for="code">{w.partner_code()}</label>
                    <input
                        class="input num"
                        id="code"
                        name="code"
                        inputmode="numeric"
                        autocomplete="one-time-code"
                        maxlength="7"
                        pattern="[0-9 ]*"
                        required
                    />
                </div>
                <button class="button" data-kind="primary" data-size="touch" type="submit">
                    {w.partner_enter()}
                </button>
            </form>
        }
    });
    let kind = if sent { "plain" } else { "primary" };
    let again = if sent { w.partner_send_again() } else { w.partner_send_code() };

    view! {
        <Title text=w.partner_title()/>
        <div>
            <h1>{w.partner_title()}</h1>
            <p class="lead">{lead}</p>
        </div>
        {why.map(|why| view! { <p class="banner" data-tone="bad" role="alert"><b>{why}</b></p> })}
        {code}
        <form method="post" action=send>
            <button class="button" data-kind=kind data-size="touch" type="submit">{again}</button>
        </form>
    }
}
