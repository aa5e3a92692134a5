//! One answer of several: a button each. One that has to be explained opens first.

use domain::narrow::Choice;
use leptos::prelude::*;

use super::form::Typed;
use crate::portal::field::LinesInput;
use crate::reader::lang;

#[component]
pub fn Choices(choices: Vec<Choice>, typed: Typed) -> impl IntoView {
    let (explained, plain): (Vec<_>, Vec<_>) = choices.into_iter().partition(|it| it.needs_note);
    let plain = plain.into_iter().zip(0..).map(|(choice, place)| {
        let kind = (place == 0).then_some("primary");
        let label = label(&choice);
        view! {
            <button class="button" data-kind=kind data-size="touch" name="outcome" value=choice.outcome>
                {label}
            </button>
        }
    });
    let explained = explained.into_iter().map(|choice| view! { <Explained choice typed/> });

    view! {
        // Enter in a field would press the first button, which is an answer nobody has given.
        <button type="submit" hidden disabled></button>
        <div class="choices">{plain.collect_view()}</div>
        {explained.collect_view()}
    }
}

/// It stays closed until it is wanted: whoever agrees needs one tap.
#[component]
fn Explained(choice: Choice, typed: Typed) -> impl IntoView {
    let w = lang();
    let name = format!("note.{}", choice.outcome);
    let refused = typed.old("outcome") == choice.outcome;
    let label = label(&choice);
    view! {
        <details class="more" open=refused>
            <summary>{w.narrow_why(label.clone())}</summary>
            <LinesInput name=name.clone() label=w.narrow_reason() value=typed.old(&name) rows=3 why=typed.why/>
            <button class="button" data-kind="danger" data-size="touch" name="outcome" value=choice.outcome>
                {label}
            </button>
        </details>
    }
}

fn label(choice: &Choice) -> String {
    let known = || lang().outcome(&choice.outcome).map(str::to_owned);
    choice.label.clone().or_else(known).unwrap_or_else(|| choice.outcome.clone())
}
