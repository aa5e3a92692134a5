//! What the desk does by itself, and from when on (D-23, D-28, H-05).

mod people_only;
mod stuck;

use domain::archive::ArchiveAfter;
use domain::rules::Rules;
use leptos::prelude::*;

use self::people_only::PeopleOnly;
use self::stuck::StuckForm;
use super::AdminPage;
use crate::desk::api::rules::{read_rules, set_archive_after};
use crate::reader::lang;
use crate::ui::{Deed, Field, Problem, Skeleton, toaster};

#[component]
pub fn RulesPage() -> impl IntoView {
    let w = lang();
    let rules = OnceResource::new(read_rules());
    let shown = move || {
        Suspend::new(async move {
            match rules.await {
                Ok(rules) => view! { <All rules/> }.into_any(),
                Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
            }
        })
    };

    view! {
        <AdminPage title=w.admin_rules() hint=w.admin_rules_hint()>
            <Transition fallback=|| view! { <Skeleton lines=6/> }>{shown}</Transition>
        </AdminPage>
    }
}

#[component]
fn All(rules: Rules) -> impl IntoView {
    view! {
        <div class="rules">
            <ArchiveForm after=rules.archive_after/>
            <StuckForm now=rules.stuck/>
            <PeopleOnly leaves=rules.leaves/>
        </div>
    }
}

#[component]
fn ArchiveForm(after: ArchiveAfter) -> impl IntoView {
    let w = lang();
    let (deed, toaster) = (Deed::new(), toaster());
    let days = RwSignal::new(after.get().to_string());
    let save = move || {
        let days = days.get_untracked().trim().parse().unwrap_or_default();
        deed.run(set_archive_after(days), move |()| toaster.say(w.rules_saved()));
    };

    view! {
        <form class="body-form" on:submit=move |event| { event.prevent_default(); save(); }>
            <h2>{w.rules_archive()}</h2>
            <p class="soft">{w.rules_archive_hint()}</p>
            <Field label=w.rules_archive_days() name="days" error=deed.error>
                <input class="input num" type="number" name="days" min="1" max=ArchiveAfter::MAX.to_string() required aria-describedby="days-flaw" prop:value=days value=days.get_untracked() on:input:target=move |event| days.set(event.target().value())/>
            </Field>
            <Problem error=deed.error/>
            <div class="actions">
                <button class="button" data-kind="primary" disabled=deed.pending>{w.save()}</button>
            </div>
        </form>
    }
}
