//! "Hurry, please": counted, visible, and heard at most so often.

use leptos::prelude::*;

use super::Watch;
use crate::portal::answer::Echo;
use crate::portal::problem::Refusal;
use crate::portal::small_form::SmallForm;
use crate::reader::{now, reader};
use crate::when;

#[component]
pub fn Acts(watch: Watch, echo: StoredValue<Option<Echo>>) -> impl IntoView {
    let live = Memo::new(move |_| watch.ticket.with(|it| it.state.category().is_live()));
    view! { <Show when=move || live.get()><Urge watch echo/></Show> }
}

#[component]
fn Urge(watch: Watch, echo: StoredValue<Option<Echo>>) -> impl IntoView {
    let reader = reader();
    let w = reader.lang;
    let clock = now();
    let form = SmallForm::new(watch.address("urge"), echo, move || watch.look_again());
    let again_at = move || watch.ticket.with(|ticket| ticket.urge_again_at);
    let too_soon = move || again_at().is_some_and(|at| clock.get() < at);
    let hint = move || match again_at().filter(|_| too_soon()) {
        Some(at) => w.portal_urge_again(when::absolute(at, clock.get(), &reader)),
        None => w.portal_urge_hint().to_owned(),
    };
    view! {
        <form class="acts" method="post" action=form.address() enctype="multipart/form-data" on:submit=move |event| form.submit(&event)>
            <input type="hidden" name="k" value=watch.key.get_value()/>
            <Refusal why=form.why/>
            <button class="button wide" type="submit" disabled=too_soon aria-busy=move || form.is_busy()>
                {w.portal_urge()}
            </button>
            <small role="status">{hint}</small>
        </form>
    }
}
