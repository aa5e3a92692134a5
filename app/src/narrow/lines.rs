//! Lines to be confirmed or disputed, one by one.

use domain::confirming::{Line, Verdict};
use leptos::prelude::*;

use super::form::Typed;
use crate::portal::answer::flaw_at;
use crate::portal::field::{LinesInput, Wrong};
use crate::reader::lang;

#[component]
pub fn LinesForm(lines: Vec<Line>, typed: Typed) -> impl IntoView {
    let w = lang();
    let (count, total) = (lines.len(), lines.iter().map(|line| line.amount).sum::<i64>());
    view! {
        <section class="lines" aria-labelledby="lines">
            <h2 id="lines">{w.lines_title(count)}</h2>
            {lines.into_iter().map(|line| view! { <OneLine line typed/> }).collect_view()}
            <p class="total">
                <span>{w.lines_total()}</span>
                <b class="num">{w.yuan(total)}</b>
            </p>
        </section>
    }
}

/// Why, and what proves it, is asked for once it is disputed: the style sheet shows it, so that it
/// needs no program.
#[component]
fn OneLine(line: Line, typed: Typed) -> impl IntoView {
    let w = lang();
    let name = format!("lines.{}", line.id);
    let (comment, photo, flaw) =
        (format!("{name}.comment"), format!("{name}.photo"), format!("{name}-flaw"));
    let old = typed.old(&name);
    let undecided = flaw_at(typed.why, name.clone());
    let verdict = |verdict: Verdict, label: &'static str| {
        let checked = old == verdict.as_str();
        view! {
            <label class="option" data-verdict=verdict.as_str()>
                <input type="radio" name=name.clone() value=verdict.as_str() checked=checked/>
                {label}
            </label>
        }
    };
    let options = [
        verdict(Verdict::Confirmed, w.lines_confirm()),
        verdict(Verdict::Disputed, w.lines_dispute()),
    ];
    let text = move || undecided.get().map(|_| w.lines_undecided());

    view! {
        <fieldset class="line" aria-describedby=flaw.clone()>
            <legend>
                <span>{line.label}</span> " "
                <b class="num">{w.yuan(line.amount)}</b>
            </legend>
            <div class="options">{options.collect_view()}</div>
            <p class="flaw" id=flaw.clone() hidden=move || undecided.get().is_none()>{text}</p>
            <div class="why">
                <LinesInput
                    name=comment.clone()
                    label=w.lines_comment()
                    value=typed.old(&comment)
                    rows=2
                    why=typed.why
                />
                <div class="field">
                    <label class="label" for=photo.clone()>
                        {w.lines_photo()} " " <span class="optional">{w.optional()}</span>
                    </label>
                    <input
                        class="input"
                        id=photo.clone()
                        type="file"
                        name=photo.clone()
                        accept="image/*,application/pdf"
                    />
                    <Wrong name=photo.clone() why=typed.why id=format!("{photo}-flaw")/>
                </div>
            </div>
        </fieldset>
    }
}
