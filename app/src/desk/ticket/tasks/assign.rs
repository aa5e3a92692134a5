//! Giving a task of one's department to somebody of it (D-13).

use domain::id::{AgentId, TaskId};
use leptos::prelude::*;

use crate::desk::api::acting::assign;
use crate::desk::people::everybody;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Dialog, Field, Skeleton};

#[component]
pub fn AssignButton() -> impl IntoView {
    let w = lang();
    let asking = RwSignal::new(false);
    let task = open().part(|page| {
        let inside = |view: &&domain::page::TaskView| view.may_assign && view.department.is_some();
        page.tasks.iter().find(inside).map(|view| view.task.id)
    });

    view! {
        <Show when=move || task.read().is_some()>
            <Button on:click=move |_| asking.set(true)>{w.act_assign()}</Button>
        </Show>
        <Dialog open=asking title=w.act_assign()>
            {move || task.get().map(|task| view! { <AssignForm task asking/> })}
        </Dialog>
    }
}

#[component]
fn AssignForm(task: TaskId, asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let people = LocalResource::new(everybody);
    let chosen = RwSignal::new(None::<AgentId>);
    let act = move |_| {
        if let Some(agent) = chosen.get_untracked() {
            open.act(deed, assign(task, agent), move |()| asking.set(false));
        }
    };
    let options = move || {
        Suspend::new(async move {
            let people = people.await.unwrap_or_default();
            people
                .colleagues
                .into_iter()
                .map(|it| view! { <option value=it.id.to_string()>{it.name}</option> })
                .collect_view()
        })
    };

    view! {
        <Field label=w.assign_whom() name="agent" error=deed.error>
            <Transition fallback=|| view! { <Skeleton/> }>
                <select class="input" name="agent" on:change:target=move |event| chosen.set(event.target().value().parse().ok())>
                    <option value="">{w.choose()}</option>
                    {options}
                </select>
            </Transition>
        </Field>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=act>{w.act_assign()}</Button>
        </div>
    }
}
