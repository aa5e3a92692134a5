use domain::actor::Permission;
use domain::field::FieldKind;
use domain::page::{EditField, FieldView};
use leptos::prelude::*;

use super::change::Change;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::Icon;

/// What this kind of ticket asks for.
#[component]
pub fn Fields() -> impl IntoView {
    let w = lang();
    let fields = open().part(|page| page.fields.clone());

    view! {
        <Show when=move || !fields.read().is_empty()>
            <section>
                <h2>{w.side_fields()}</h2>
                <dl>
                    <For each=move || fields.get() key=|it| (it.field.id, text(it)) let:view>
                        <OneField view/>
                    </For>
                </dl>
            </section>
        </Show>
    }
}

#[component]
fn OneField(view: FieldView) -> impl IntoView {
    let w = lang();
    let may_edit = open().may(Permission::EditTickets);
    let change = Change::new(EditField::Custom(view.field.id));
    let editing = RwSignal::new(false);
    let value = text(&view);
    let FieldView { field, .. } = view;
    let label = field.label.clone();
    let shown = value.clone();
    let field = StoredValue::new(field);
    let was = StoredValue::new(value);
    let save = move |to: String| {
        editing.set(false);
        change.to(was.get_value(), Some(to).filter(|to| !to.trim().is_empty()));
    };

    view! {
        <div class="pair">
            <dt>{label.clone()}</dt>
            <dd>
                <Show
                    when=move || editing.get()
                    fallback=move || view! {
                        <span class="num kept-lines">{shown.clone().unwrap_or_else(|| "—".to_owned())}</span>
                        <Show when=move || may_edit.get()>
                            <button type="button" class="pencil" aria-label=w.edit_field(field.with_value(|field| field.label.clone())) on:click=move |_| editing.set(true)>
                                <Icon name="edit"/>
                            </button>
                        </Show>
                    }
                >
                    <Input kind=field.with_value(|field| field.kind.clone()) value=was.get_value().unwrap_or_default() save editing/>
                </Show>
                {change.conflict_view()}
            </dd>
        </div>
    }
}

#[component]
fn Input(
    kind: FieldKind,
    value: String,
    #[prop(into)] save: Callback<String>,
    editing: RwSignal<bool>,
) -> impl IntoView {
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            editing.set(false);
        }
    };
    match kind {
        FieldKind::Choice { options } => view! {
            <select class="input" autofocus on:change:target=move |event| save.run(event.target().value()) on:blur=move |_| editing.set(false)>
                <option value=""></option>
                {options.into_iter().map(|option| {
                    let chosen = option == value;
                    view! { <option value=option.clone() selected=chosen>{option.clone()}</option> }
                }).collect_view()}
            </select>
        }.into_any(),
        FieldKind::Choices { .. } => view! {
            <textarea class="input" autofocus on:change:target=move |event| save.run(event.target().value()) on:keydown=on_key>{value}</textarea>
        }.into_any(),
        kind => view! {
            <input class="input" autofocus type=input_type(&kind) value=value on:change:target=move |event| save.run(event.target().value()) on:keydown=on_key/>
        }.into_any(),
    }
}

const fn input_type(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Date => "date",
        FieldKind::Number { .. } => "number",
        FieldKind::Phone => "tel",
        _ => "text",
    }
}

fn text(view: &FieldView) -> Option<String> {
    view.value.as_ref().map(domain::field::FieldValue::to_text)
}
