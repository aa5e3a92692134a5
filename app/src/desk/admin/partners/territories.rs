use domain::org::Department;
use leptos::prelude::*;

use super::Changed;
use crate::desk::api::partners::set_territory;
use crate::reader::lang;
use crate::ui::{Button, Deed, Field, Problem};

/// Which branch answers for which regions (C-09).
#[component]
pub fn Territories(departments: Vec<Department>, changed: Changed) -> impl IntoView {
    let w = lang();
    let each = departments.into_iter().map(|department| view! { <Territory department changed/> });

    view! {
        <details class="more">
            <summary>{w.partners_territory()}</summary>
            <p class="soft">{w.partners_territory_hint()}</p>
            <div class="partner-cards">{each.collect_view()}</div>
        </details>
    }
}

#[component]
fn Territory(department: Department, changed: Changed) -> impl IntoView {
    let w = lang();
    let deed = Deed::new();
    let Department { id, name, territory, .. } = department;
    let regions = RwSignal::new(territory.join("\n"));
    let save = move |_| {
        deed.run(set_territory(id, regions.get_untracked()), move |()| changed.say());
    };
    let field = format!("territory.{id}");

    view! {
        <section class="partner-card">
            <Field label=name name=field.clone() error=deed.error>
                <textarea class="input" name=field rows="2" prop:value=regions on:input:target=move |event| regions.set(event.target().value())></textarea>
            </Field>
            <Problem error=deed.error/>
            <Button size="small" busy=deed.pending on:click=save>{w.save()}</Button>
        </section>
    }
}
