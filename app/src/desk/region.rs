//! Where a customer lives: it chooses the branch that helps them (C-09). Changed where it stands.

use domain::customer::Region;
use domain::id::CustomerId;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::api::customers::{served_regions, set_region};
use crate::reader::lang;
use crate::ui::{Deed, Icon, Problem};

#[component]
pub fn RegionField(
    customer: CustomerId,
    region: RwSignal<Option<String>>,
    may_edit: bool,
    /// Hears that it was changed.
    #[prop(into)]
    changed: Callback<()>,
) -> impl IntoView {
    let w = lang();
    let editing = RwSignal::new(false);
    let shown = move || region.get().unwrap_or_else(|| "—".to_owned());

    view! {
        <div class="pair region">
            <dt>{w.field_region()}</dt>
            <dd>
                <Show
                    when=move || editing.get()
                    fallback=move || view! {
                        <span>{shown}</span>
                        {may_edit.then(|| view! {
                            <button type="button" class="pencil" aria-label=w.edit_field(w.field_region()) on:click=move |_| editing.set(true)>
                                <Icon name="edit"/>
                            </button>
                        })}
                    }
                >
                    <RegionForm customer region editing changed/>
                </Show>
            </dd>
        </div>
    }
}

#[component]
fn RegionForm(
    customer: CustomerId,
    region: RwSignal<Option<String>>,
    editing: RwSignal<bool>,
    changed: Callback<()>,
) -> impl IntoView {
    let w = lang();
    let deed = Deed::new();
    let typed = RwSignal::new(region.get_untracked().unwrap_or_default());
    let served = RwSignal::new(Vec::<String>::new());
    // To choose from; whoever is served by nobody yet is typed.
    Effect::new(move || {
        spawn_local(async move {
            if let Ok(regions) = served_regions().await {
                served.try_set(regions);
            }
        });
    });
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let to = Some(typed.get_untracked()).filter(|text| !text.trim().is_empty());
        deed.run(set_region(customer, to.clone()), move |()| {
            let kept = to.map(|to| Region::try_from(to.clone()).map_or(to, String::from));
            region.try_set(kept);
            editing.try_set(false);
            changed.run(());
        });
    };
    let leave = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            editing.set(false);
        }
    };
    let flaw = move || deed.error.get()?.flaw("region").map(|flaw| w.flaw(&flaw));

    view! {
        <form class="one-line" on:submit=save>
            <input
                class="input"
                name="region"
                list="served-regions"
                autocomplete="off"
                autofocus
                maxlength="60"
                aria-label=w.field_region()
                aria-describedby="region-flaw"
                placeholder=w.region_example()
                value=typed.get_untracked()
                on:input:target=move |event| typed.set(event.target().value())
                on:keydown=leave
            />
            <datalist id="served-regions">
                {move || served.get().into_iter().map(|it| view! { <option value=it></option> }).collect_view()}
            </datalist>
            <button class="button" data-size="small" data-kind="primary" disabled=move || deed.pending.get()>{w.save()}</button>
            <span class="flaw" id="region-flaw" role="alert" hidden=move || flaw().is_none()>{flaw}</span>
            <Show when=move || flaw().is_none()><Problem error=deed.error/></Show>
        </form>
    }
}
