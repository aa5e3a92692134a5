//! What was answered, for whoever answered it.

use domain::confirming::{Line, Signature, Verdict};
use domain::narrow::NarrowPage;
use domain::time::Timestamp;
use leptos::prelude::*;

use super::Place;
use crate::reader::{lang, now, reader};
use crate::ui::{Chip, Happened};
use crate::when;

#[component]
pub fn Answered(
    page: NarrowPage,
    place: Place,
    outcome: Option<String>,
    answer: Option<String>,
    at: Option<Timestamp>,
) -> impl IntoView {
    let w = lang();
    let NarrowPage { lines, signature, asks, .. } = page;
    let labels = match asks {
        domain::narrow::Asks::Choice(choices) => choices,
        _ => Vec::new(),
    };
    let outcome = outcome.map(|outcome| {
        let label = labels.into_iter().find(|it| it.outcome == outcome).and_then(|it| it.label);
        label.or_else(|| w.outcome(&outcome).map(str::to_owned)).unwrap_or_default()
    });
    let outcome = outcome.filter(|word| !word.is_empty());
    let lines = lines.into_iter().map(|line| view! { <Decided line place=place.clone()/> });
    let lines = lines.collect_view();

    view! {
        <section class="banner" data-tone="good">
            <b>{w.narrow_answered()} {outcome.map(|outcome| format!("：{outcome}"))}</b>
            {at.map(|at| view! { <Happened at/> })}
            {answer.map(|answer| view! { <span>{answer}</span> })}
        </section>
        <ul class="decided">{lines}</ul>
        {signature.map(|signature| view! { <Signed signature place/> })}
    }
}

/// One line and what was said to it; where the photo is, `place` knows.
#[component]
pub fn Decided(line: Line, place: Place) -> impl IntoView {
    let w = lang();
    let (tone, word) = if line.is(Verdict::Disputed) {
        (Some("late"), Some(w.lines_dispute()))
    } else {
        (Some("good"), line.decision.as_ref().map(|_| w.outcome_confirmed()))
    };
    let (comment, photo) = match line.decision {
        Some(it) => (it.comment, it.photo),
        None => (None, None),
    };
    let photo = photo.map(|id| {
        let href = place.file(id);
        view! { <a href=href rel="external" target="_blank">{w.lines_photo()}</a> }
    });

    view! {
        <li>
            <span>{line.label}</span>
            <b class="num">{w.yuan(line.amount)}</b>
            {word.map(|word| view! { <Chip tone>{word}</Chip> })}
            {comment.map(|comment| view! { <q>{comment}</q> })}
            {photo}
        </li>
    }
}

#[component]
pub fn Signed(signature: Signature, place: Place) -> impl IntoView {
    let w = lang();
    let reader = reader();
    let Signature { name, attachment, sha256, at } = signature;
    let at = when::absolute(at, now().get_untracked(), &reader);
    let drawn = attachment.map(|id| {
        let alt = w.sign_title();
        view! { <img src=place.file(id) alt=alt width="320" height="110"/> }
    });

    view! {
        <figure class="signed">
            {drawn}
            <figcaption>
                <span>{w.sign_signed(name, at)}</span>
                <small class="num">{w.sign_hash(sha256)}</small>
            </figcaption>
        </figure>
    }
}
