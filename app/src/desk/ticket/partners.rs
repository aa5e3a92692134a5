//! What partners were asked on this ticket, line by line, and what they said (D-20, K-06).

mod rows;
mod send;

use domain::actor::Permission;
use domain::narrow::{Confirmation, Invited, PartnerDesk};
use leptos::prelude::*;

pub use send::SendLines;

use self::send::LayDown;
use super::open;
use crate::browser;
use crate::desk::api::partners::{invite_partner, read_partner_desk};
use crate::narrow::{Decided, Place, Signed};
use crate::reader::lang;
use crate::ui::{Button, Chip, Deed, Dialog, Icon, Problem, keep_fresh, toaster};

#[component]
pub fn Partners() -> impl IntoView {
    let open = open();
    // What partners do is an event like any other, so the newest of them says when to ask again.
    let newest = open.part(|page| page.timeline.entries.first().map(|entry| entry.event.id));
    let (asks, seen) = (RwSignal::new(0_u64), RwSignal::new(None));
    keep_fresh(
        asks.into(),
        seen,
        move || async move { read_partner_desk(open.number).await.map(Some) },
    );
    Effect::new(move || {
        newest.get();
        asks.update(|asks| *asks += 1);
    });
    // What stays the same stays as it is, with what somebody has begun to fill in.
    let asked = Memo::new(move |_| {
        let seen: Option<PartnerDesk> = seen.get();
        seen.filter(|it| it.flow_asks || !it.confirmations.is_empty())
    });

    move || asked.get().map(|asked| view! { <Section asked/> })
}

#[component]
fn Section(asked: PartnerDesk) -> impl IntoView {
    let w = lang();
    let open = open();
    let may = open.may(Permission::Transfer);
    let state = open.state();
    let laying = RwSignal::new(false);
    let none_yet = !asked.confirmations.iter().any(|it| it.task.is_none());
    let first = move || asked.flow_asks && none_yet && may.get() && state.get().is_live();
    let each = asked.confirmations.into_iter().map(|it| view! { <One it/> }).collect_view();

    view! {
        <section class="confirmations" aria-label=w.confirm_title()>
            <header>
                <h2>{w.confirm_title()}</h2>
                <Show when=first>
                    <Button size="small" on:click=move |_| laying.set(true)>{w.confirm_lay_down()}</Button>
                </Show>
            </header>
            {each}
        </section>
        <Dialog open=laying title=w.confirm_lay_down() size="wide">
            <LayDown task=None lines=Vec::new() asking=laying/>
        </Dialog>
    }
}

#[component]
fn One(it: Confirmation) -> impl IntoView {
    let w = lang();
    let may = open().may(Permission::Transfer);
    let changing = RwSignal::new(false);
    let Confirmation { task, title, partner, state, lines, signature, invited } = it;
    let over = state.is_some_and(domain::task::TaskState::is_over);
    let disputed = lines.iter().any(|line| line.is(domain::confirming::Verdict::Disputed));
    let (tone, word) = match (task, over) {
        (None, _) => (None, w.confirm_waiting()),
        (Some(_), false) => (Some("soon"), w.asked_open()),
        (Some(_), true) if disputed => (Some("late"), w.lines_dispute()),
        (Some(_), true) => (Some("good"), w.asked_answered()),
    };
    let (old, empty) = (lines.clone(), lines.is_empty());
    let place = Place::of_tickets();
    let rows = lines.into_iter().map(|line| view! { <Decided line place=place.clone()/> });
    let rows = rows.collect_view();

    view! {
        <article>
            <header>
                <b>{partner} {title.map(|title| format!(" · {title}"))}</b>
                <Chip tone>{word}</Chip>
                <Show when=move || may.get() && !over>
                    <Button kind="quiet" size="small" on:click=move |_| changing.set(true)>{w.confirm_change()}</Button>
                </Show>
            </header>
            <ul class="decided">{rows}</ul>
            {empty.then(|| view! { <p class="soft">{w.confirm_no_lines()}</p> })}
            {signature.map(|signature| view! { <Signed signature place=Place::of_tickets()/> })}
            {task.filter(|_| !invited.is_empty()).map(|task| view! { <Invitations task invited/> })}
        </article>
        <Dialog open=changing title=w.confirm_change() size="wide">
            <LayDown task lines=old.clone() asking=changing/>
        </Dialog>
    }
}

/// Everybody of the partner has a link of their own; it can be sent again, or copied to be sent by
/// another way.
#[component]
fn Invitations(task: domain::id::TaskId, invited: Vec<Invited>) -> impl IntoView {
    let w = lang();
    let open = open();
    let (toaster, deed) = (toaster(), Deed::new());
    let again = move |_| {
        open.act(deed, invite_partner(task), move |()| toaster.say(w.confirm_resent()));
    };
    let links = invited.into_iter().map(|one| {
        let Invited { name, reach, link, .. } = one;
        let label = w.confirm_copy(&name);
        let copy = move |_| {
            browser::copy(&link);
            toaster.say(w.copied());
        };
        view! {
            <li>
                <span>{name} " " <span class="soft num">{reach}</span></span>
                <Button kind="quiet" size="icon" on:click=copy attr:aria-label=label><Icon name="link"/></Button>
            </li>
        }
    });

    view! {
        <footer>
            <ul>{links.collect_view()}</ul>
            <Button kind="quiet" size="small" busy=deed.pending on:click=again>{w.confirm_resend()}</Button>
            <Problem error=deed.error/>
        </footer>
    }
}

impl Place {
    /// Whoever reads the ticket reads its files.
    fn of_tickets() -> Self {
        Self { base: String::new() }
    }
}
