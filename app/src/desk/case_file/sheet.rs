use leptos::prelude::*;
use papers::{Body, Paper, Part, Spoken, Table};

/// A paper as a page, in the order it would be printed.
#[component]
pub fn Sheet(paper: Paper) -> impl IntoView {
    let Paper { lang: _, title, lead, parts, foot: _ } = paper;

    view! {
        <article class="sheet-of-paper">
            <h1>{title}</h1>
            {lead.into_iter().map(|line| view! { <p class="soft">{line}</p> }).collect_view()}
            {parts.into_iter().map(|part| view! { <OnePart part/> }).collect_view()}
        </article>
    }
}

#[component]
fn OnePart(part: Part) -> impl IntoView {
    let Part { heading, body } = part;
    let body = match body {
        Body::Facts(facts) => view! { <Facts facts/> }.into_any(),
        Body::Table(table) => view! { <Rows table label=heading.clone()/> }.into_any(),
        Body::Talk(talk) => view! { <Talk talk/> }.into_any(),
    };

    view! {
        <section>
            <h2>{heading}</h2>
            {body}
        </section>
    }
}

#[component]
fn Facts(facts: Vec<(String, String)>) -> impl IntoView {
    let fact = |(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };

    view! { <dl>{facts.into_iter().map(fact).collect_view()}</dl> }
}

/// On a phone each row stands by itself, and every cell says what it is.
#[component]
fn Rows(table: Table, label: String) -> impl IntoView {
    let Table { columns, rows, sum } = table;
    let names: Vec<String> = columns.into_iter().map(|(name, _)| name).collect();
    let heads = names.clone().into_iter().map(|name| view! { <th scope="col">{name}</th> });
    let row = move |cells: Vec<String>| {
        let cells = names.clone().into_iter().zip(cells);
        let cell = |(name, text): (String, String)| {
            let empty = text.is_empty().then_some("");
            let short = is_short(&text).then_some("");
            view! { <td data-name=name data-empty=empty data-short=short>{text}</td> }
        };
        view! { <tr>{cells.map(cell).collect_view()}</tr> }
    };

    view! {
        <table aria-label=label>
            <thead><tr>{heads.collect_view()}</tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
        {sum.map(|sum| view! { <p class="sum num">{sum}</p> })}
    }
}

/// As long as a point in time; what is no longer stays on one line.
fn is_short(text: &str) -> bool {
    const MOMENT: usize = "2026-11-22 14:36".len();
    text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<usize>() <= MOMENT
}

#[component]
fn Talk(talk: Vec<Spoken>) -> impl IntoView {
    let spoken = |Spoken { head, body }| {
        view! { <li><small class="num">{head}</small><p>{body}</p></li> }
    };

    view! { <ol class="spoken">{talk.into_iter().map(spoken).collect_view()}</ol> }
}
