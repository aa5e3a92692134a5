use domain::actor::Permission;
use domain::field::FieldValue;
use domain::message::Attachment;
use domain::page::{EditField, FieldView};
use leptos::prelude::*;

use super::FileLink;
use super::change::Change;
use super::field_input::FieldInput;
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
    let FieldView { field, value: known } = view;
    let label = field.label.clone();
    let shown = StoredValue::new(known);
    let files = open().part(|page| page.attachments.clone());
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
                        {shown.with_value(|value| shown_as(value.as_ref(), &files.read()))}
                        <Show when=move || may_edit.get()>
                            <button type="button" class="pencil" aria-label=w.edit_field(field.with_value(|field| field.label.clone())) on:click=move |_| editing.set(true)>
                                <Icon name="edit"/>
                            </button>
                        </Show>
                    }
                >
                    <FieldInput kind=field.with_value(|field| field.kind.clone()) value=was.get_value().unwrap_or_default() save editing/>
                </Show>
                {change.conflict_view()}
            </dd>
        </div>
    }
}

/// A file is shown as what opens it.
fn shown_as(value: Option<&FieldValue>, files: &[Attachment]) -> AnyView {
    let file = match value {
        Some(FieldValue::Attachment(id)) => files.iter().find(|file| file.id == *id),
        _ => None,
    };
    match (file, value) {
        (Some(file), _) => view! { <FileLink file=file.clone()/> }.into_any(),
        (None, value) => {
            let text = value.map_or_else(|| "—".to_owned(), FieldValue::to_text);
            view! { <span class="num kept-lines">{text}</span> }.into_any()
        }
    }
}

fn text(view: &FieldView) -> Option<String> {
    view.value.as_ref().map(domain::field::FieldValue::to_text)
}
