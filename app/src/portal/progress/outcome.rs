//! When it is solved: is it really? And how was it?

use domain::state::{StateCategory, TicketState};
use leptos::prelude::*;

use super::Watch;
use super::rating::Rate;
use crate::portal::answer::Echo;
use crate::portal::problem::Refusal;
use crate::portal::small_form::SmallForm;
use crate::reader::lang;

#[component]
pub fn Outcome(watch: Watch, echo: StoredValue<Option<Echo>>) -> impl IntoView {
    let state = Memo::new(move |_| watch.ticket.with(|ticket| ticket.state));
    let over = move || {
        matches!(state.get().category(), StateCategory::Resolved | StateCategory::Closed)
            && !state.get().is_final()
    };
    view! {
        <Show when=over>
            <NotSolved watch echo state/>
            <Rate watch echo/>
        </Show>
    }
}

/// One tap; words if one likes.
#[component]
fn NotSolved(
    watch: Watch,
    echo: StoredValue<Option<Echo>>,
    state: Memo<TicketState>,
) -> impl IntoView {
    let w = lang();
    let form = SmallForm::new(watch.address("reopen"), echo, move || watch.look_again());
    let asked = move || {
        if state.get() == TicketState::Resolved {
            w.portal_is_it_solved()
        } else {
            w.portal_after_all()
        }
    };
    view! {
        <section class="card" aria-labelledby="solved">
            <h2 id="solved">{asked}</h2>
            <Show when=move || state.get() == TicketState::Resolved>
                <Agree watch echo/>
            </Show>
            <form class="acts" id="reopen" method="post" action=form.address() enctype="multipart/form-data" on:submit=move |event| form.submit(&event)>
                <input type="hidden" name="k" value=watch.key.get_value()/>
                <Refusal why=form.why/>
                <textarea class="input wide" name="reason" rows="2" aria-label=w.portal_what_is_left() placeholder=w.portal_what_is_left()>
                    {form.old("reason")}
                </textarea>
                <button class="button wide" type="submit" aria-busy=move || form.is_busy()>
                    {w.portal_not_solved()}
                </button>
            </form>
        </section>
    }
}

#[component]
fn Agree(watch: Watch, echo: StoredValue<Option<Echo>>) -> impl IntoView {
    let w = lang();
    let form = SmallForm::new(watch.address("close"), echo, move || watch.look_again());
    view! {
        <form class="acts" method="post" action=form.address() enctype="multipart/form-data" on:submit=move |event| form.submit(&event)>
            <input type="hidden" name="k" value=watch.key.get_value()/>
            <Refusal why=form.why/>
            <button class="button wide" data-kind="primary" type="submit" aria-busy=move || form.is_busy()>
                {w.portal_solved()}
            </button>
        </form>
    }
}
