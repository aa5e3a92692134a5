use domain::field::{CascadeOption, Field as Asked, FieldKind};
use domain::page::Filing;
use leptos::prelude::*;

use super::choices::Choices;
use super::field_file::FieldFile;
use crate::error::AppError;
use crate::reader::lang;
use crate::ui::{Field, FieldGroup};

/// One field of a leaf's form.
#[component]
pub fn AskedField(
    field: Asked,
    filing: RwSignal<Filing>,
    error: Signal<Option<AppError>>,
    /// An order's number is typed to its end.
    #[prop(into, default = Callback::new(|_| ()))]
    settled: Callback<String>,
) -> impl IntoView {
    let Asked { id, label, help, kind, required, .. } = field;
    let key = id.to_string();
    let value = {
        let key = key.clone();
        Signal::derive(move || {
            let filing = filing.read();
            let typed = filing.fields.iter().find(|(known, _)| *known == key);
            typed.map(|(_, value)| value.clone()).unwrap_or_default()
        })
    };
    let name = format!("fields.{id}");
    let set = move |value: String| {
        filing.update(|it| {
            it.fields.retain(|(known, _)| *known != key);
            it.fields.push((key.clone(), value));
        });
    };

    let (help, optional) = (help.unwrap_or_default(), !required);
    let several = matches!(kind, FieldKind::Choices { .. });
    let (called, input) =
        (name.clone(), move || view! { <Input kind name required value set settled/> });
    if several {
        view! { <FieldGroup label name=called optional help error>{input()}</FieldGroup> }
            .into_any()
    } else {
        view! { <Field label name=called optional help error>{input()}</Field> }.into_any()
    }
}

#[component]
fn Input(
    kind: FieldKind,
    name: String,
    required: bool,
    value: Signal<String>,
    #[prop(into)] set: Callback<String>,
    settled: Callback<String>,
) -> impl IntoView {
    let w = lang();
    let choice = move |options: Vec<String>, name: String| {
        view! {
            <select class="input" name=name required=required on:change:target=move |event| set.run(event.target().value())>
                <option value="">{w.choose()}</option>
                {options.into_iter().map(|it| view! { <option value=it.clone()>{it.clone()}</option> }).collect_view()}
            </select>
        }
        .into_any()
    };
    let typed = move |kind: &'static str, name: String| {
        view! {
            <input class="input" type=kind name=name required=required prop:value=value on:input:target=move |event| set.run(event.target().value())/>
        }
        .into_any()
    };
    match kind {
        FieldKind::Choice { options } => choice(options, name),
        FieldKind::Cascade { options } => choice(paths(&options, ""), name),
        FieldKind::Choices { options } => {
            view! { <Choices name options value=String::new() set/> }.into_any()
        }
        FieldKind::Attachment => view! { <FieldFile name set/> }.into_any(),
        FieldKind::Date => typed("date", name),
        FieldKind::Number { .. } => typed("number", name),
        FieldKind::Phone => typed("tel", name),
        FieldKind::Text { .. } | FieldKind::Money | FieldKind::IdNumber => typed("text", name),
        FieldKind::Order => view! {
            <input class="input num" name=name required=required prop:value=value on:input:target=move |event| set.run(event.target().value()) on:change:target=move |event| settled.run(event.target().value())/>
        }
        .into_any(),
    }
}

/// The ends of the branches, as `浙江 / 杭州`.
pub fn paths(options: &[CascadeOption], above: &str) -> Vec<String> {
    options
        .iter()
        .flat_map(|option| {
            let path = if above.is_empty() {
                option.name.clone()
            } else {
                format!("{above} / {}", option.name)
            };
            if option.options.is_empty() { vec![path] } else { paths(&option.options, &path) }
        })
        .collect()
}
