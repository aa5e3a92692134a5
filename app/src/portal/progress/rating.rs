//! What the customer thought of it: the result and the way there, a tap each (K-01).

use domain::ticket::Stars;
use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::Watch;
use crate::portal::answer::Echo;
use crate::portal::problem::Refusal;
use crate::portal::small_form::SmallForm;
use crate::reader::lang;

#[component]
pub fn Rate(watch: Watch, echo: StoredValue<Option<Echo>>) -> impl IntoView {
    let w = lang();
    let element = NodeRef::<html::Form>::new();
    // A star that was tapped while another was on its way goes next.
    let next = StoredValue::new(false);
    let form = SmallForm::new(watch.address("rate"), echo, move || {
        watch.look_again();
        if next.get_value()
            && let Some(form) = element.get_untracked()
        {
            next.set_value(false);
            let _ = form.request_submit();
        }
    });
    let given = Memo::new(move |_| watch.ticket.with(|ticket| ticket.rating));
    let before = given.get_untracked();
    let chosen = |name, before: Option<Stars>| match before {
        Some(stars) if form.old(name).is_empty() => stars.get().to_string(),
        _ => form.old(name),
    };
    let result = chosen("result", before.map(|rating| rating.result));
    let process = chosen("process", before.and_then(|rating| rating.process));
    let title = move || if given.get().is_some() { w.portal_rated() } else { w.portal_rate() };
    // A tap on a star is enough; a second one takes the place of the first.
    let tapped = move |event: Event| {
        let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input.filter(|input| input.type_() == "radio") else { return };
        let Some(whole) = input.form() else { return };
        if form.is_under_way() {
            next.set_value(true);
        } else if input.name() == "result" || given.get_untracked().is_some() {
            form.send(whole);
        }
    };
    view! {
        <section class="card" aria-labelledby="rate">
            <h2 id="rate" aria-live="polite">{title}</h2>
            <form
                class="rate"
                node_ref=element
                method="post"
                action=form.address()
                enctype="multipart/form-data"
                on:submit=move |event| form.submit(&event)
                on:change=tapped
            >
                <input type="hidden" name="k" value=watch.key.get_value()/>
                <Refusal why=form.why/>
                <FiveStars name="result" label=w.portal_rate_result() chosen=result/>
                <FiveStars name="process" label=w.portal_rate_process() chosen=process/>
                <textarea
                    class="input"
                    name="comment"
                    rows="1"
                    aria-label=w.portal_rate_words()
                    placeholder=w.portal_rate_words()
                >
                    {form.old("comment")}
                </textarea>
                <button class="button" type="submit" aria-busy=move || form.is_busy()>
                    {w.portal_rate_send()}
                </button>
            </form>
        </section>
    }
}

/// Radio buttons that look like stars.
#[component]
fn FiveStars(name: &'static str, label: &'static str, chosen: String) -> impl IntoView {
    let w = lang();
    let star = move |count: u8| {
        let value = count.to_string();
        let checked = value == chosen;
        view! {
            <label>
                <input type="radio" name=name value=value checked=checked/>
                <span aria-hidden="true">"★"</span>
                <span class="aside-for-readers">{w.portal_stars(count)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="stars">
            <legend>{label}</legend>
            <div>{(1..=Stars::MAX).map(star).collect_view()}</div>
        </fieldset>
    }
}
