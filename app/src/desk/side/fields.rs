use domain::actor::Permission;
use domain::field::{Field, FieldValue};
use domain::message::Attachment;
use domain::page::EditField;
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
                    // By id alone: what is being typed must outlive what a colleague saves.
                    <For each=move || fields.get() key=|it| it.field.id let:view>
                        <OneField field=view.field/>
                    </For>
                </dl>
            </section>
        </Show>
    }
}

#[component]
fn OneField(field: Field) -> impl IntoView {
    let w = lang();
    let open = open();
    let may_edit = open.may(Permission::EditTickets);
    let change = Change::new(EditField::Custom(field.id));
    let id = field.id;
    let value = open.part(move |page| {
        page.fields.iter().find(|view| view.field.id == id).and_then(|view| view.value.clone())
    });
    let text = move || value.get_untracked().as_ref().map(FieldValue::to_text);
    let files = open.part(|page| page.attachments.clone());
    let editing = RwSignal::new(false);
    let begin = move |_| {
        change.begin(text());
        editing.set(true);
    };
    let save = move |to: String| {
        editing.set(false);
        change.finish(Some(to).filter(|to| !to.trim().is_empty()));
    };
    let (label, kind) = (StoredValue::new(field.label), StoredValue::new(field.kind));

    view! {
        <div class="pair">
            <dt>{label.get_value()}</dt>
            <dd>
                <Show
                    when=move || editing.get()
                    fallback=move || view! {
                        {move || shown_as(value.read().as_ref(), &files.read())}
                        <Show when=move || may_edit.get()>
                            <button type="button" class="pencil" aria-label=w.edit_field(label.get_value()) on:click=begin>
                                <Icon name="edit"/>
                            </button>
                        </Show>
                    }
                >
                    <FieldInput kind=kind.get_value() value=text().unwrap_or_default() save editing/>
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
