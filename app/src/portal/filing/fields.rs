//! The fields of a leaf, each as its kind asks for.

use domain::field::{CascadeOption, Field, FieldKind};
use leptos::prelude::*;

use super::sending::Sheet;
use crate::error::AppError;
use crate::portal::answer::{Echo, flaw_at};
use crate::portal::field::{Labelled, LinesInput, TextInput, Wrong};
use crate::reader::lang;

/// More options than a thumb looks over at once become a list to open.
const FEW: usize = 6;
/// Longer texts get several lines.
const ONE_LINE: usize = 100;

type Why = RwSignal<Option<AppError>>;

#[component]
pub fn Fields(fields: Vec<Field>, typed: StoredValue<Echo>, sheet: Sheet) -> impl IntoView {
    let each = move |field: Field| {
        let name = format!("fields.{}", field.id);
        let old = typed.with_value(|typed| typed.value(&name)).or_else(|| kept(sheet, &name));
        view! { <LeafField field name value=old.unwrap_or_default() why=sheet.why/> }
    };
    fields.into_iter().map(each).collect_view()
}

/// What an earlier visit left for a field that was not on the page yet.
fn kept(sheet: Sheet, name: &str) -> Option<String> {
    sheet.draft.with_value(|draft| {
        let values = draft.iter().flat_map(|draft| &draft.values);
        let mine: Vec<_> =
            values.filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect();
        (!mine.is_empty()).then(|| mine.join("\n"))
    })
}

/// One field, with the words `value` in it.
#[component]
pub fn LeafField(field: Field, name: String, value: String, why: Why) -> impl IntoView {
    let Field { label, help, kind, required, .. } = field;
    let optional = !required;
    let line = |kind: &'static str, inputmode: Option<&'static str>| {
        let (name, label, help, value) = (name.clone(), label.clone(), help.clone(), value.clone());
        view! { <TextInput name label help optional value kind inputmode why/> }.into_any()
    };
    match kind {
        FieldKind::Text { max } if max > ONE_LINE => {
            view! { <LinesInput name label help optional value rows=2 why/> }.into_any()
        }
        FieldKind::Text { .. } | FieldKind::Order | FieldKind::IdNumber => line("text", None),
        FieldKind::Number { .. } => line("text", Some("numeric")),
        FieldKind::Money => line("text", Some("decimal")),
        FieldKind::Date => line("date", None),
        FieldKind::Phone => line("tel", Some("tel")),
        FieldKind::Attachment => line("file", None),
        FieldKind::Choice { options } if options.len() <= FEW => {
            view! { <Options name label help optional options value many=false why/> }.into_any()
        }
        FieldKind::Choice { options } => {
            let options = options.into_iter().map(|it| (String::new(), it)).collect();
            view! { <List name label help optional options value why/> }.into_any()
        }
        FieldKind::Choices { options } => {
            view! { <Options name label help optional options value many=true why/> }.into_any()
        }
        FieldKind::Cascade { options } => {
            let options = options.iter().flat_map(|top| ends(top, &top.name)).collect();
            view! { <List name label help optional options value why/> }.into_any()
        }
    }
}

/// Every end of a cascade, with the branch it is shown under.
fn ends(option: &CascadeOption, path: &str) -> Vec<(String, String)> {
    if option.options.is_empty() {
        let top = path.split(" / ").next().unwrap_or_default();
        let group = if top == path { String::new() } else { top.to_owned() };
        return vec![(group, path.to_owned())];
    }
    option.options.iter().flat_map(|next| ends(next, &format!("{path} / {}", next.name))).collect()
}

/// Options to tap: one, or as many as fit.
#[component]
fn Options(
    name: String,
    label: String,
    help: Option<String>,
    optional: bool,
    options: Vec<String>,
    value: String,
    many: bool,
    why: Why,
) -> impl IntoView {
    let w = lang();
    let flaw_id = format!("{name}-flaw");
    let described = flaw_id.clone();
    let kind = if many { "checkbox" } else { "radio" };
    let mark = optional.then(|| view! { <span class="optional">{w.optional()}</span> });
    let each = {
        let name = name.clone();
        move |option: String| {
            let checked = value.lines().any(|line| line == option);
            view! {
                <label class="option">
                    <input type=kind name=name.clone() value=option.clone() checked=checked/>
                    {option}
                </label>
            }
        }
    };
    view! {
        <fieldset class="field" aria-describedby=described>
            <legend class="label">{label} " " {mark}</legend>
            {help.map(|help| view! { <p class="help">{help}</p> })}
            <div class="options">{options.into_iter().map(each).collect_view()}</div>
            <Wrong name why id=flaw_id/>
        </fieldset>
    }
}

/// Options to open, grouped by their branch.
#[component]
fn List(
    name: String,
    label: String,
    help: Option<String>,
    optional: bool,
    options: Vec<(String, String)>,
    value: String,
    why: Why,
) -> impl IntoView {
    let w = lang();
    let flaw = flaw_at(why, name.clone());
    let flaw_id = format!("{name}-flaw");
    let each = move |option: String| {
        let selected = option == value;
        view! { <option value=option.clone() selected=selected>{option.clone()}</option> }
    };
    let groups = options.chunk_by(|one, next| one.0 == next.0).map(|group| {
        let inside = group.iter().map(|(_, option)| each(option.clone())).collect_view();
        match group.first().map(|(name, _)| name.as_str()) {
            None | Some("") => inside.into_any(),
            Some(name) => view! { <optgroup label=name.to_owned()>{inside}</optgroup> }.into_any(),
        }
    });
    let groups = groups.collect_view();
    view! {
        <Labelled name=name.clone() label optional help why>
            <select
                class="input"
                id=name.clone()
                name=name
                aria-describedby=flaw_id
                aria-invalid=move || flaw.get().is_some().then_some("true")
            >
                <option value="">{w.choose()}</option>
                {groups}
            </select>
        </Labelled>
    }
}
