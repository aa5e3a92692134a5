use domain::connector::operation::{Does, Operation, Patience};
use domain::connector::typed::{milliseconds, seconds};
use domain::invalid::FieldFlaw;
use leptos::prelude::*;

use super::editor::editor;
use super::text::TextForm;
use crate::reader::lang;
use crate::ui::{Button, Dialog, Icon};
use crate::words::Lang;

/// What can be asked of it, and how patiently.
#[component]
pub fn Operations() -> impl IntoView {
    let w = lang();
    let editor = editor();
    let writing = RwSignal::new(false);
    let count = Memo::new(move |_| editor.typed.read().rules.operations.len());
    let flaws = editor.flaws_below("operations.");
    let each = move |flaw: FieldFlaw| {
        let place = flaw.field.trim_start_matches("operations.").to_owned();
        view! { <li class="flaw">{place} " · " {w.flaw(&flaw.flaw)}</li> }
    };

    view! {
        <section>
            <header class="line">
                <h2>{w.connector_operations()}</h2>
                <Button size="small" on:click=move |_| writing.set(true)>
                    <Icon name="edit"/>{w.connector_as_text()}
                </Button>
            </header>
            <p class="soft">{w.connector_operations_hint()}</p>
            <ul role="alert">{move || flaws.get().into_iter().map(each).collect_view()}</ul>
            <table class="sheet" data-empty=move || (count.get() == 0).then_some("")>
                <thead>
                    <tr>
                        <th scope="col">{w.connector_operation()}</th>
                        <th scope="col">{w.connector_request()}</th>
                        <th scope="col">{w.connector_tries()}</th>
                        <th scope="col">{w.connector_pause()}</th>
                    </tr>
                </thead>
                <tbody><For each=move || 0..count.get() key=|at| *at let:at><Row at/></For></tbody>
            </table>
        </section>
        <Dialog open=writing title=w.connector_as_text() size="wide"><TextForm writing/></Dialog>
    }
}

#[component]
fn Row(at: usize) -> impl IntoView {
    let w = lang();
    let typed = editor().typed;
    let of = move |of: fn(Lang, &Operation) -> String| {
        Memo::new(move |_| {
            typed.read().rules.operations.get(at).map(|it| of(w, it)).unwrap_or_default()
        })
    };
    let (name, does) = (of(|_, it| it.name.to_string()), of(does));
    let request = of(|_, it| format!("{} {}", it.method.as_str(), it.path.0));

    view! {
        <tr>
            <td data-label=w.connector_operation()><b>{name}</b> <small class="soft">{does}</small></td>
            <td data-label=w.connector_request()><code>{request}</code></td>
            <td data-label=w.connector_tries()>
                <Number at label=w.connector_tries() name of=|it| it.tries.to_string() set=|it, text| it.tries = text.trim().parse().unwrap_or_default()/>
            </td>
            <td data-label=w.connector_pause()>
                <Number at label=w.connector_pause() name of=|it| seconds(it.pause) set=|it, text| if let Some(pause) = milliseconds(text) { it.pause = pause }/>
            </td>
        </tr>
    }
}

/// What was typed is taken when the input is left; what is no number stays as it was.
#[component]
fn Number(
    at: usize,
    label: &'static str,
    name: Memo<String>,
    of: fn(&Patience) -> String,
    set: fn(&mut Patience, &str),
) -> impl IntoView {
    let typed = editor().typed;
    let value = Memo::new(move |_| {
        typed.read().rules.operations.get(at).map(|it| of(&it.patience)).unwrap_or_default()
    });
    let take = move |text: String| {
        typed.update(|typed| {
            if let Some(operation) = typed.rules.operations.get_mut(at) {
                set(&mut operation.patience, &text);
            }
        });
    };

    view! {
        <input class="input num" inputmode="decimal" autocomplete="off" aria-label=move || format!("{label} · {}", name.get()) value=value.get_untracked() prop:value=value on:change:target=move |event| take(event.target().value())/>
    }
}

fn does(w: Lang, operation: &Operation) -> String {
    match &operation.does {
        Does::Look { at, .. } => w.connector_looks_at(w.thing(*at)),
        Does::Act { yields: Some(thing) } => w.connector_makes(w.thing(*thing)),
        Does::Act { yields: None } => w.connector_acts().to_owned(),
    }
}
