//! Groups: who gets what one of them cannot solve (D-21).

use domain::id::GroupId;
use domain::org::Group;
use leptos::prelude::*;

use super::AdminPage;
use crate::desk::api::catalogue::{groups_set_up, set_escalation};
use crate::reader::lang;
use crate::ui::{Deed, Problem, Skeleton, toaster};

#[component]
pub fn GroupsPage() -> impl IntoView {
    let w = lang();
    let groups = OnceResource::new(groups_set_up());
    let shown = move || {
        Suspend::new(async move {
            match groups.await {
                Ok(groups) => view! { <Groups groups/> }.into_any(),
                Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
            }
        })
    };

    view! {
        <AdminPage title=w.admin_groups() hint=w.admin_groups_hint()>
            <Transition fallback=|| view! { <Skeleton lines=6/> }>{shown}</Transition>
        </AdminPage>
    }
}

#[component]
fn Groups(groups: Vec<Group>) -> impl IntoView {
    let w = lang();
    let names: Vec<(GroupId, String)> =
        groups.iter().map(|group| (group.id, group.name.clone())).collect();
    let rows = groups.into_iter().map(|group| view! { <Line group names=names.clone()/> });

    view! {
        <table class="groups">
            <thead>
                <tr><th scope="col">{w.groups_group()}</th><th scope="col">{w.groups_escalate_to()}</th></tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// It is kept as soon as it is chosen.
#[component]
fn Line(group: Group, names: Vec<(GroupId, String)>) -> impl IntoView {
    let w = lang();
    let (deed, toaster) = (Deed::new(), toaster());
    let Group { id, name, escalates_to, .. } = group;
    let said = name.clone();
    let keep = move |value: String| {
        let said = w.groups_saved(&said);
        deed.run(set_escalation(id, value.parse().ok()), move |()| toaster.say(said));
    };
    let label = format!("{name} · {}", w.groups_escalate_to());
    let others = names.into_iter().filter(|(other, _)| *other != id);
    let options = others.map(|(other, name)| {
        let chosen = Some(other) == escalates_to;
        view! { <option value=other.to_string() selected=chosen>{name}</option> }
    });

    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>
                <select class="input" aria-label=label on:change:target=move |event| keep(event.target().value())>
                    <option value="" selected=escalates_to.is_none()>{w.groups_nowhere()}</option>
                    {options.collect_view()}
                </select>
                <Problem error=deed.error/>
            </td>
        </tr>
    }
}
