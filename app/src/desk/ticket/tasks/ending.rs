//! How a step can be ended: one button for each way.

use domain::flow::Outcome;
use domain::flow::kind::{Answer, StepKind};
use leptos::prelude::*;

use crate::reader::lang;
use crate::ui::Button;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// There is only one way.
    Only,
    Decision,
    Lines,
    Answers(Vec<Answer>),
}

impl Ending {
    pub fn of(kind: Option<&StepKind>) -> Self {
        match kind {
            Some(StepKind::Approval) => Self::Decision,
            Some(StepKind::Confirmation) => Self::Lines,
            Some(StepKind::Question { answers }) => Self::Answers(answers.clone()),
            Some(
                StepKind::Accept
                | StepKind::Work
                | StepKind::Feedback
                | StepKind::Action(_)
                | StepKind::Timer { .. }
                | StepKind::Fork { .. }
                | StepKind::Ticket { .. },
            )
            | None => Self::Only,
        }
    }
}

#[component]
pub fn Endings(
    ending: Ending,
    busy: RwSignal<bool>,
    #[prop(into)] end: Callback<Option<Outcome>>,
) -> impl IntoView {
    let w = lang();
    let button = move |outcome: Option<Outcome>, label: String, first: bool| {
        let kind = if first { "primary" } else { "plain" };
        view! {
            <Button kind busy=busy on:click=move |_| end.run(outcome.clone())>{label}</Button>
        }
    };
    let word = |word: &str| Some(Outcome::new(word));
    let pair = move |good: &str, bad: &str| {
        view! {
            {button(word(bad), w.outcome(bad).unwrap_or_default().to_owned(), false)}
            {button(word(good), w.outcome(good).unwrap_or_default().to_owned(), true)}
        }
        .into_any()
    };
    let buttons = match ending {
        Ending::Only => button(None, w.confirm().to_owned(), true).into_any(),
        Ending::Decision => pair(StepKind::APPROVED, StepKind::REFUSED),
        Ending::Lines => pair(StepKind::CONFIRMED, StepKind::DISPUTED),
        Ending::Answers(answers) => answers
            .into_iter()
            .enumerate()
            .map(|(place, Answer { outcome, label, .. })| button(Some(outcome), label, place == 0))
            .collect_view()
            .into_any(),
    };

    view! { <div class="actions">{buttons}</div> }
}
