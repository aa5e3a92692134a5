use domain::field::FieldKind;
use leptos::prelude::*;

use crate::desk::choices::Choices;
use crate::desk::field_file::FieldFile;
use crate::desk::new_field::paths;
use crate::reader::lang;
use crate::ui::Button;

/// Where a field's value is changed, as its kind asks for.
#[component]
pub fn FieldInput(
    kind: FieldKind,
    value: String,
    #[prop(into)] save: Callback<String>,
    editing: RwSignal<bool>,
) -> impl IntoView {
    match kind {
        FieldKind::Choice { options } => view! { <OneOf options value save editing/> }.into_any(),
        FieldKind::Cascade { options } => {
            view! { <OneOf options=paths(&options, "") value save editing/> }.into_any()
        }
        FieldKind::Choices { options } => {
            view! { <SeveralOf options value save editing/> }.into_any()
        }
        FieldKind::Attachment => view! { <FieldFile name="file".to_owned() set=save/> }.into_any(),
        FieldKind::Date => view! { <Line kind="date" value save editing/> }.into_any(),
        FieldKind::Number { .. } => view! { <Line kind="number" value save editing/> }.into_any(),
        FieldKind::Phone => view! { <Line kind="tel" value save editing/> }.into_any(),
        FieldKind::Text { .. } | FieldKind::Money | FieldKind::IdNumber | FieldKind::Order => {
            view! { <Line kind="text" value save editing/> }.into_any()
        }
    }
}

#[component]
fn Line(
    kind: &'static str,
    value: String,
    save: Callback<String>,
    editing: RwSignal<bool>,
) -> impl IntoView {
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            editing.set(false);
        }
    };

    view! {
        <input class="input" autofocus type=kind value=value on:change:target=move |event| save.run(event.target().value()) on:keydown=on_key/>
    }
}

#[component]
fn OneOf(
    options: Vec<String>,
    value: String,
    save: Callback<String>,
    editing: RwSignal<bool>,
) -> impl IntoView {
    let option = move |option: String| {
        let chosen = option == value;
        view! { <option value=option.clone() selected=chosen>{option.clone()}</option> }
    };

    view! {
        <select class="input" autofocus on:change:target=move |event| save.run(event.target().value()) on:blur=move |_| editing.set(false)>
            <option value=""></option>
            {options.into_iter().map(option).collect_view()}
        </select>
    }
}

/// Several are ticked before they are saved together.
#[component]
fn SeveralOf(
    options: Vec<String>,
    value: String,
    save: Callback<String>,
    editing: RwSignal<bool>,
) -> impl IntoView {
    let w = lang();
    let chosen = StoredValue::new(value.clone());
    let keep = move |lines: String| chosen.set_value(lines);

    view! {
        <Choices name="choices".to_owned() options value set=keep/>
        <div class="line">
            <Button size="small" on:click=move |_| editing.set(false)>{w.cancel()}</Button>
            <Button size="small" kind="primary" on:click=move |_| save.run(chosen.get_value())>{w.save()}</Button>
        </div>
    }
}
