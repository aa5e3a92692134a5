//! One supervision over the ticket: what is required, by when, how it stands, and what the reader
//! can do about it.

use domain::id::SupervisionId;
use domain::supervision::{ReportKind, SupervisionAct};
use leptos::prelude::*;

use super::standing::Standing;
use crate::desk::api::supervising::{acknowledge, lift, report};
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Dialog, Field, Problem};

#[component]
pub fn One(id: SupervisionId) -> impl IntoView {
    let shown = open().part(move |page| page.supervisions.iter().find(|it| it.id == id).cloned());
    let may = move |act: SupervisionAct| {
        Memo::new(move |_| shown.read().as_ref().is_some_and(|it| it.may.contains(&act)))
    };

    view! {
        <article>
            {move || shown.get().map(|it| view! { <Standing it/> })}
            <Doings id read=may(SupervisionAct::Acknowledge) say=may(SupervisionAct::Report) end=may(SupervisionAct::Lift)/>
        </article>
    }
}

#[component]
fn Doings(id: SupervisionId, read: Memo<bool>, say: Memo<bool>, end: Memo<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let quick = Deed::new();
    let [reporting, lifting] = [(); 2].map(|()| RwSignal::new(false));
    let sign = move |_| open.act(quick, acknowledge(id), |()| ());

    view! {
        <footer>
            <Show when=move || read.get()>
                <Button size="small" kind="primary" busy=quick.pending on:click=sign>{w.supervise_sign()}</Button>
            </Show>
            <Show when=move || say.get()>
                <Button size="small" on:click=move |_| reporting.set(true)>{w.supervise_report()}</Button>
            </Show>
            <Show when=move || end.get()>
                <Button size="small" on:click=move |_| lifting.set(true)>{w.supervise_lift()}</Button>
            </Show>
            <Problem error=quick.error/>
        </footer>
        <Dialog open=reporting title=w.supervise_report()><ReportForm id asking=reporting/></Dialog>
        <Dialog open=lifting title=w.supervise_lift()><LiftForm id asking=lifting/></Dialog>
    }
}

/// How far it is, or that it is done: both in words.
#[component]
fn ReportForm(id: SupervisionId, asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let words = RwSignal::new(String::new());
    let send = move |kind: ReportKind| {
        open.act(deed, report(id, kind, words.get_untracked()), move |()| asking.set(false));
    };

    view! {
        <Field label=w.supervise_report_words() name="report" error=deed.error>
            <textarea class="input" name="report" maxlength="2000" aria-describedby="report-flaw" on:input:target=move |event| words.set(event.target().value())></textarea>
        </Field>
        <Problem error=deed.error/>
        <div class="actions">
            <Button busy=deed.pending on:click=move |_| send(ReportKind::Progress)>{w.supervise_report_progress()}</Button>
            <Button kind="primary" busy=deed.pending on:click=move |_| send(ReportKind::Answer)>{w.supervise_report_answer()}</Button>
        </div>
    }
}

#[component]
fn LiftForm(id: SupervisionId, asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let note = RwSignal::new(String::new());
    let end = move |_| {
        let note = Some(note.get_untracked()).filter(|note| !note.trim().is_empty());
        open.act(deed, lift(id, note), move |()| asking.set(false));
    };

    view! {
        <Field label=w.supervise_lift_note() name="note" optional=true error=deed.error>
            <textarea class="input" name="note" maxlength="500" aria-describedby="note-flaw" on:input:target=move |event| note.set(event.target().value())></textarea>
        </Field>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=end>{w.supervise_lift()}</Button>
        </div>
    }
}
