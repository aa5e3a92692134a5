//! What the flow asks the customer: a card with its answers as buttons, first of all on the page.

use domain::narrow::{Asks, CustomerQuestion};
use leptos::prelude::*;

use super::Watch;
use crate::error::AppError;
use crate::narrow::{Choices, SendButton, StepFields, Typed};
use crate::portal::answer::Echo;
use crate::portal::field::LinesInput;
use crate::portal::photos::{Album, Photos};
use crate::portal::problem::Refusal;
use crate::portal::small_form::SmallForm;
use crate::reader::lang;
use crate::ui::Due;

#[component]
pub fn Asked(watch: Watch, echo: StoredValue<Option<Echo>>) -> impl IntoView {
    let w = lang();
    let address = watch.address("answer");
    let echoed = echo.with_value(|echo| echo.clone().filter(|echo| echo.form == address));
    let album = Album::new(watch.address("files"), watch.key.get_value(), echoed.as_ref());
    let form = SmallForm::new(address, echo, move || {
        album.clear();
        watch.look_again();
    })
    .with(album);
    // Somebody was faster, or it is not asked any more: it must not stand here as if it were.
    Effect::new(move || {
        if form.why.with(|why| matches!(why, Some(AppError::NotNow(_)))) {
            watch.look_again();
        }
    });
    let typed = Typed::refused(echoed, form.why);
    let open = move || watch.ticket.with(|ticket| ticket.question.clone());
    view! {
        <Refusal why=form.why over=Some(w.portal_question_over())/>
        <For each=open key=|question| question.task let:question>
            <Question question watch form typed album/>
        </For>
    }
}

#[component]
fn Question(
    question: CustomerQuestion,
    watch: Watch,
    form: SmallForm,
    typed: Typed,
    album: Album,
) -> impl IntoView {
    let w = lang();
    let by_words = question.takes_any_words();
    let CustomerQuestion { task, title, instructions, due_at, asks, fields, .. } = question;
    let (words, file) = (question.needs_words, question.needs_file);
    let key = watch.seed.with_value(|seed| format!("{seed}-q{task}"));
    let due = due_at.map(|at| {
        view! { <p class="soft">{w.narrow_due()} " " <Due at/></p> }
    });
    let fill_in = move || {
        view! {
            <form
                class="answer"
                method="post"
                action=form.address()
                enctype="multipart/form-data"
                novalidate
                aria-busy=move || form.is_busy()
                on:submit=move |event| form.submit(&event)
            >
                <input type="hidden" name="k" value=watch.key.get_value()/>
                <input type="hidden" name="key" value=key/>
                <input type="hidden" name="task" value=task.to_string()/>
                <p class="waiting" role="status" hidden=move || !form.is_waiting()>{w.portal_saved_unsent()}</p>
                <StepFields fields typed/>
                {words.then(|| view! { <LinesInput name="note" label=w.narrow_note() value=typed.old("note") rows=3 why=typed.why/> })}
                {file.then(|| view! { <Photos album compact=true/> })}
                {match asks {
                    Asks::Choice(choices) => view! { <Choices choices typed/> }.into_any(),
                    Asks::Words | Asks::Done | Asks::Lines => {
                        view! { <SendButton label=w.narrow_send()/> }.into_any()
                    }
                }}
            </form>
        }
    };
    view! {
        <section class="card question" aria-labelledby="question">
            <p class="kicker">{w.portal_question()}</p>
            <h2 id="question">{title}</h2>
            {instructions.map(|text| view! { <p class="lead">{text}</p> })}
            {due}
            {if by_words {
                view! { <p class="soft">{w.portal_question_below()}</p> }.into_any()
            } else {
                fill_in().into_any()
            }}
        </section>
    }
}
