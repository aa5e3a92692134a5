//! Something to add: words and photos.

use domain::narrow::CustomerQuestion;
use domain::page::ProgressPage as Ticket;
use leptos::html;
use leptos::prelude::*;

use super::Watch;
use crate::portal::answer::Echo;
use crate::portal::photos::{Album, Photos};
use crate::portal::problem::Refusal;
use crate::portal::small_form::SmallForm;
use crate::reader::lang;

#[component]
pub fn Composer(watch: Watch, echo: StoredValue<Option<Echo>>) -> impl IntoView {
    let w = lang();
    let address = watch.address("reply");
    let album = echo.with_value(|echo| {
        let echo = echo.as_ref().filter(|echo| echo.form == address);
        Album::new(watch.address("files"), watch.key.get_value(), echo)
    });
    let element = NodeRef::<html::Form>::new();
    let form = SmallForm::new(address, echo, move || {
        watch.look_again();
        album.clear();
        if let Some(form) = element.get_untracked() {
            form.reset();
        }
    })
    .with(album);
    // The same key twice is one message; the next message has the next key.
    let key = move || watch.seed.with_value(|seed| format!("{seed}-{}", form.sent.get()));
    // Whoever is asked something of its own answers there.
    let waiting = move || {
        let by_words = |ticket: &Ticket| {
            ticket.question.as_ref().is_none_or(CustomerQuestion::takes_any_words)
        };
        watch.ticket.with(|ticket| ticket.waiting_for_you && by_words(ticket))
    };
    let hint = move || if waiting() { w.portal_they_ask() } else { w.portal_add_words() };
    view! {
        <form
            class="composer"
            id="reply"
            method="post"
            action=form.address()
            enctype="multipart/form-data"
            node_ref=element
            on:submit=move |event| form.submit(&event)
        >
            <input type="hidden" name="k" value=watch.key.get_value()/>
            <input type="hidden" name="key" value=key/>
            <Refusal why=form.why/>
            <p class="waiting" role="status" hidden=move || !form.is_waiting()>{w.portal_saved_unsent()}</p>
            <div class="line">
                <Photos album compact=true/>
                <textarea class="input" name="body" rows="1" aria-label=hint placeholder=hint>
                    {form.old("body")}
                </textarea>
                <button class="button" data-kind="primary" type="submit" aria-busy=move || form.is_busy()>
                    {w.send()}
                </button>
            </div>
        </form>
    }
}
