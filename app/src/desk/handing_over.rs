//! Handing tickets over to a group or a person, one or many.

use domain::id::{AgentId, GroupId, TicketNumber};
use domain::page::{Colleague, Handed};
use leptos::prelude::*;

use super::api::{acting, lists};
use super::people::{People, everybody};
use super::refusals::Refusals;
use crate::error::AppError;
use crate::live::live;
use crate::reader::lang;
use crate::ui::{Deed, Problem, Skeleton, focus_first, toaster};
use crate::words::Lang;

/// The form in the dialog. Several tickets go in one call, with an answer for each.
#[component]
pub fn HandOver(tickets: Vec<TicketNumber>, #[prop(into)] done: Callback<()>) -> impl IntoView {
    let w = lang();
    let toaster = toaster();
    let people = LocalResource::new(everybody);
    let all = tickets.len();
    let tickets = StoredValue::new(tickets);
    let refused = RwSignal::new(Vec::<Handed>::new());
    let handed = Callback::new(move |refusals: Vec<Handed>| {
        if refusals.is_empty() {
            toaster.say(outcome(w, all));
            done.run(());
        } else {
            refused.set(refusals);
        }
    });
    let form = move || {
        Suspend::new(async move {
            match people.await {
                Ok(people) => view! { <To people tickets=tickets.get_value() handed/> }.into_any(),
                Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
            }
        })
    };

    view! {
        <Show
            when=move || refused.read().is_empty()
            fallback=move || {
                let refused = refused.get();
                let said = w.hand_some_done(all - refused.len(), refused.len());
                view! { <Refusals said refused done/> }
            }
        >
            <Transition fallback=|| view! { <Skeleton/> }>{form}</Transition>
        </Show>
    }
}

#[component]
fn To(people: People, tickets: Vec<TicketNumber>, handed: Callback<Vec<Handed>>) -> impl IntoView {
    let w = lang();
    let live = live();
    let group = RwSignal::new(None::<GroupId>);
    let person = RwSignal::new(None::<AgentId>);
    let note = RwSignal::new(String::new());
    let deed = Deed::new();
    let names = people.groups.clone();
    let candidates = Memo::new(move |_| people.of_group(group.get()));
    // The dialog looked for something to fill in before there was anything.
    Effect::new(|| request_animation_frame(focus_first));
    let nobody = move || group.get().is_none() && person.get().is_none();
    let hand = move || {
        let (group, person) = (group.get_untracked(), person.get_untracked());
        let note = Some(note.get_untracked()).filter(|note| !note.trim().is_empty());
        let tickets = tickets.clone();
        deed.run(hand_over(tickets.clone(), group, person, note), move |refusals| {
            for ticket in &tickets {
                live.touch(*ticket);
            }
            handed.run(refusals);
        });
    };

    view! {
        <form class="body-form" on:submit=move |event| { event.prevent_default(); hand(); }>
            <label class="field">
                <span class="label">{w.hand_group()}</span>
                <select class="input" on:change:target=move |event| {
                    group.set(event.target().value().parse().ok());
                    person.set(None);
                }>
                    <option value="">{w.hand_any_group()}</option>
                    {names.into_iter().map(|group| view! {
                        <option value=group.id.to_string()>{group.name}</option>
                    }).collect_view()}
                </select>
            </label>
            <label class="field">
                <span class="label">{w.hand_person()}</span>
                <select
                    class="input"
                    prop:value=move || person.get().map(|id| id.to_string()).unwrap_or_default()
                    on:change:target=move |event| person.set(event.target().value().parse().ok())
                >
                    <option value="">
                        {move || if group.get().is_some() { w.hand_queue() } else { w.hand_somebody() }}
                    </option>
                    <For each=move || candidates.get() key=|it| it.id let:colleague>
                        <option value=colleague.id.to_string()>{label(w, &colleague)}</option>
                    </For>
                </select>
            </label>
            <label class="field">
                <span class="label">{w.hand_note()} " " <span class="optional">{w.optional()}</span></span>
                <textarea class="input" maxlength="500" on:input:target=move |event| note.set(event.target().value())></textarea>
            </label>
            <Problem error=deed.error/>
            <div class="actions">
                <button class="button" data-kind="primary" disabled=move || nobody() || deed.pending.get()>
                    {w.act_transfer()}
                </button>
            </div>
        </form>
    }
}

/// Answers which were refused.
async fn hand_over(
    tickets: Vec<TicketNumber>,
    group: Option<GroupId>,
    to: Option<AgentId>,
    note: Option<String>,
) -> Result<Vec<Handed>, AppError> {
    if let &[ticket] = tickets.as_slice() {
        return acting::transfer(ticket, group, to, note).await.map(|()| Vec::new());
    }
    let mut handed = lists::reassign(tickets, group, to, note).await?;
    handed.retain(|one| one.refused.is_some());
    Ok(handed)
}

fn outcome(w: Lang, all: usize) -> String {
    if all == 1 { w.hand_done().to_owned() } else { w.hand_all_done(all) }
}

fn label(w: Lang, colleague: &Colleague) -> String {
    let there = if colleague.available { w.me_there() } else { w.me_away() };
    w.hand_candidate(&colleague.name, colleague.load, there)
}
