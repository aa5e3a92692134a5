//! Sending lines to a partner, or laying them down for the step that will ask.

use domain::confirming::Line;
use domain::id::{PartnerId, TaskId};
use domain::narrow::AskToConfirm;
use domain::partner::Partner;
use leptos::prelude::*;

use super::rows::{Rows, RowsInput};
use crate::desk::api::partners::{lay_down_lines, read_partner_desk, send_to_confirm};
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Field, Problem, Skeleton, toaster};

#[component]
pub fn SendLines(asking: RwSignal<bool>) -> impl IntoView {
    let number = open().number;
    let partners = LocalResource::new(move || read_partner_desk(number));

    view! {
        <Transition fallback=|| view! { <Skeleton/> }>
            {move || Suspend::new(async move {
                match partners.await {
                    Ok(desk) => view! { <SendForm partners=desk.partners asking/> }.into_any(),
                    Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
                }
            })}
        </Transition>
    }
}

#[component]
fn SendForm(partners: Vec<Partner>, asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let (toaster, deed) = (toaster(), Deed::new());
    let partner = RwSignal::new(partners.first().map_or(0, |partner| partner.id.0));
    let question = RwSignal::new(String::new());
    let rows = Rows::new(Vec::new());
    let send = move |_| {
        let ask = AskToConfirm {
            ticket: open.number.0,
            partner: PartnerId(partner.get_untracked()),
            question: question.get_untracked(),
            lines: rows.typed(),
            attachments: Vec::new(),
            due_at: None,
        };
        open.act(deed, send_to_confirm(ask), move |()| {
            toaster.say(w.confirm_sent());
            asking.set(false);
        });
    };
    let choose = move |value: String| partner.set(value.parse().unwrap_or_default());
    let options = partners.into_iter().map(|it| {
        view! { <option value=it.id.to_string()>{it.name}</option> }
    });

    view! {
        <Field label=w.confirm_partner() name="to" error=deed.error>
            <select class="input" name="to" on:change:target=move |event| choose(event.target().value())>
                {options.collect_view()}
            </select>
        </Field>
        <Field label=w.confirm_question() name="question" error=deed.error>
            <input class="input" name="question" maxlength="500" placeholder=w.confirm_example() on:input:target=move |event| question.set(event.target().value())/>
        </Field>
        <RowsInput rows error=deed.error/>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=send>{w.confirm_send()}</Button>
        </div>
    }
}

#[component]
pub fn LayDown(task: Option<TaskId>, lines: Vec<Line>, asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let rows = Rows::new(lines.into_iter().map(|line| (line.label, plain(line.amount))).collect());
    let save = move |_| {
        let work = lay_down_lines(open.number, task, rows.typed());
        open.act(deed, work, move |()| asking.set(false));
    };

    view! {
        <RowsInput rows error=deed.error/>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=save>{w.save()}</Button>
        </div>
    }
}

/// As it is typed.
fn plain(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}
