use domain::calculator::{Fact, FieldChoice, InputDef, Source};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editor::{Editor, editor};
use crate::desk::api::calculators::field_choices;
use crate::reader::lang;

/// The fields there are under the chosen categories, asked for anew when those change.
#[derive(Clone, Copy)]
pub struct Fields(RwSignal<Vec<FieldChoice>>);

impl Fields {
    pub fn provide(editor: Editor) {
        let categories = Memo::new(move |_| editor.def.read().categories.clone());
        let known = RwSignal::new(Vec::new());
        provide_context(Self(known));
        Effect::new(move || {
            let asked = categories.get();
            spawn_local(async move {
                let choices = field_choices(asked.clone()).await.unwrap_or_default();
                // What was chosen since is asked for, too, and its answer may have come before.
                if categories.try_get_untracked() == Some(asked) {
                    known.try_set(choices);
                }
            });
        });
    }

    pub fn get(self) -> Vec<FieldChoice> {
        self.0.get()
    }
}

pub fn fields() -> Fields {
    expect_context()
}

/// Where an input is filled from: a field of the form, something the ticket knows, or by hand.
#[component]
pub fn SourcePick(at: usize) -> impl IntoView {
    let w = lang();
    let (editor, fields) = (editor(), fields());
    let value = editor.input(at, |input| code(input.source.as_ref()));
    let set = editor.set_input(at, |input, code| input.source = source(&code));
    let fitting = Memo::new(move |_| {
        let input = editor.def.read().inputs.get(at).cloned().unwrap_or_default();
        offered(&input, fields.get())
    });
    let selected = move |code: &str| value.get() == code;
    let of_form = move || {
        let options = fitting.get().into_iter().map(|(code, label)| {
            let chosen = selected(&code);
            view! { <option value=code selected=chosen>{label}</option> }
        });
        options.collect_view()
    };
    let of_ticket = move || {
        let options = Fact::ALL.map(|fact| {
            let code = code(Some(&Source::Fact { fact }));
            let chosen = selected(&code);
            view! { <option value=code selected=chosen>{w.fact(fact)}</option> }
        });
        options.collect_view()
    };

    view! {
        <select class="input" aria-label=w.input_nth(at + 1, w.input_source()) on:change:target=move |event| set.run(event.target().value())>
            <option value="" selected=move || value.read().is_empty()>{w.source_by_hand()}</option>
            <optgroup label=w.source_fields()>{of_form}</optgroup>
            <optgroup label=w.source_facts()>{of_ticket}</optgroup>
        </select>
    }
}

/// What fits, and what is chosen, even if it is nowhere to be found.
fn offered(input: &InputDef, fields: Vec<FieldChoice>) -> Vec<(String, String)> {
    let fits = fields.into_iter().filter(|field| input.kind.can_take(&field.kind));
    let code_of = |key: &str| code(Some(&Source::Field { key: key.to_owned() }));
    let mut offered: Vec<_> = fits.map(|field| (code_of(&field.key), field.label)).collect();
    if let Some(Source::Field { key }) = &input.source
        && offered.iter().all(|(known, _)| *known != code_of(key))
    {
        offered.push((code_of(key), key.clone()));
    }
    offered
}

fn code(source: Option<&Source>) -> String {
    match source {
        None => String::new(),
        Some(Source::Field { key }) => format!("field:{key}"),
        Some(Source::Fact { fact }) => format!("fact:{}", fact.as_str()),
    }
}

fn source(code: &str) -> Option<Source> {
    match code.split_once(':')? {
        ("field", key) => Some(Source::Field { key: key.to_owned() }),
        (_, word) => {
            let fact = Fact::ALL.into_iter().find(|fact| fact.as_str() == word)?;
            Some(Source::Fact { fact })
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::calculator::{Fact, Source};

    use super::{code, source};

    #[test]
    fn a_source_is_found_again_by_its_code() {
        let sources = [
            None,
            Some(Source::Field { key: "amount".into() }),
            Some(Source::Fact { fact: Fact::DaysOpen }),
        ];

        for known in sources {
            assert_eq!(source(&code(known.as_ref())), known);
        }
    }
}
