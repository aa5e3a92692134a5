//! Whether whoever asks is who they say: how it stands, and checking it (P-06).

use domain::actor::Permission;
use domain::identity::{IdentityCheck, IdentityMethod, IdentityResult};
use domain::time::Timestamp;
use leptos::prelude::*;

use super::api::acting::check_identity;
use super::ticket::open;
use crate::reader::{lang, now, reader};
use crate::ui::{Button, Chip, Deed, Dialog, Problem};
use crate::when::absolute;

/// Beside the ticket, under who asks.
#[component]
pub fn IdentityPart() -> impl IntoView {
    let w = lang();
    let open = open();
    let asking = RwSignal::new(false);
    let (may, state) = (open.may(Permission::Reply), open.state());
    let can_check = move || may.get() && state.get().is_live();

    view! {
        <section class="identity">
            <h2>{w.identity_title()}</h2>
            <IdentityState/>
            <Show when=can_check>
                <Button size="small" on:click=move |_| asking.set(true)>{w.identity_check()}</Button>
            </Show>
        </section>
        <Dialog open=asking title=w.identity_check()>
            <IdentityForm done=move || asking.set(false)/>
        </Dialog>
    }
}

/// In the form of a step that asks for it: checked right there, where it was not.
#[component]
pub fn IdentityNeeded() -> impl IntoView {
    let open = open();
    let newest = open.part(|page| page.identity.clone());
    let now = now();
    let stands = Memo::new(move |_| newest.read().as_ref().is_some_and(|it| it.stands(now.get())));

    view! {
        <IdentityState/>
        <Show when=move || !stands.get()>
            <p class="faint">{lang().finish_needs_identity()}</p>
            <IdentityForm done=|| ()/>
        </Show>
    }
}

/// The newest check is the one that counts.
#[component]
fn IdentityState() -> impl IntoView {
    let newest = open().part(|page| page.identity.clone());
    let now = now();

    view! {
        <p class="identity-state">
            {move || {
                let (tone, text) = told(newest.get(), now.get());
                view! { <Chip tone>{text}</Chip> }
            }}
        </p>
    }
}

fn told(newest: Option<IdentityCheck>, now: Timestamp) -> (Option<&'static str>, String) {
    let (w, reader) = (lang(), reader());
    let Some(check) = newest else { return (None, w.identity_not_yet().to_owned()) };
    let method = w.identity_method(check.method);
    match check.expires_at() {
        Some(end) if now < end => {
            (Some("good"), w.identity_verified(method, absolute(end, now, &reader)))
        }
        Some(end) => (Some("soon"), w.identity_expired(absolute(end, now, &reader))),
        None => (Some("late"), w.identity_not_passed(method, absolute(check.at, now, &reader))),
    }
}

/// How, and how it went. What was answered is nobody's to keep.
#[component]
fn IdentityForm(done: impl Fn() + Copy + Send + 'static) -> impl IntoView {
    let w = lang();
    let (open, deed) = (open(), Deed::new());
    let method = RwSignal::new(IdentityMethod::PhoneCode);
    let end = move |result: IdentityResult| {
        let check = check_identity(open.number, method.get_untracked(), result);
        open.act(deed, check, move |()| done());
    };
    let choice = move |known: IdentityMethod| {
        view! {
            <label class="switch">
                <input type="radio" name="identity" prop:checked=move || method.get() == known on:change=move |_| method.set(known)/>
                {w.identity_method(known)}
            </label>
        }
    };

    view! {
        <fieldset class="choices">
            <legend>{w.identity_how()}</legend>
            {IdentityMethod::ALL.iter().copied().map(choice).collect_view()}
        </fieldset>
        <Problem error=deed.error/>
        <div class="actions">
            <Button busy=deed.pending on:click=move |_| end(IdentityResult::Failed)>{w.identity_failed()}</Button>
            <Button kind="primary" busy=deed.pending on:click=move |_| end(IdentityResult::Passed)>{w.identity_passed()}</Button>
        </div>
    }
}
