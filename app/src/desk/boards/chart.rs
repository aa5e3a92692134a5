use domain::board::Hour;
use leptos::prelude::*;

use crate::reader::{lang, reader};
use crate::when::Civil;

/// How wide it is drawn, in pixels: a drawing that only shrinks cannot be read on a phone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Width {
    Wide,
    Narrow,
}

const LEFT: f64 = 40.0;
const RIGHT: f64 = 10.0;
const TOP: f64 = 20.0;
const HEIGHT: f64 = 165.0;
const LINES: i64 = 4;

/// The last day, hour by hour, drawn on the server; and as a table for whoever cannot see it.
#[component]
pub fn Chart(hours: Memo<Vec<Hour>>) -> impl IntoView {
    let w = lang();

    view! {
        <section class="panel">
            <h2>
                {w.board_day()}
                <span class="legend">
                    <i data-line="created"></i>{w.board_inflow()} <i data-line="resolved"></i>{w.board_done()}
                </span>
            </h2>
            <Drawing hours width=Width::Wide/>
            <Drawing hours width=Width::Narrow/>
            <div class="aside-for-readers"><HourTable hours/></div>
        </section>
    }
}

#[component]
fn HourTable(hours: Memo<Vec<Hour>>) -> impl IntoView {
    let w = lang();
    let offset = reader().offset;

    view! {
        <table>
            <caption>{w.board_day()}</caption>
            <thead><tr><th>{w.board_hour()}</th><th>{w.board_inflow()}</th><th>{w.board_done()}</th></tr></thead>
            <tbody>
                {move || hours.get().into_iter().map(|hour| view! {
                    <tr><td>{clock(hour, offset)}</td><td>{hour.created}</td><td>{hour.resolved}</td></tr>
                }).collect_view()}
            </tbody>
        </table>
    }
}

#[component]
fn Drawing(hours: Memo<Vec<Hour>>, width: Width) -> impl IntoView {
    let w = lang();
    let offset = reader().offset;
    let top = move || ceiling(&hours.read());
    let created = move || path(&hours.read(), width, top(), |hour| hour.created);
    let resolved = move || path(&hours.read(), width, top(), |hour| hour.resolved);
    let lines = move || {
        let top = top();
        (0..=LINES).map(|line| grid(line, top, width)).collect_view()
    };
    let clocks = move || {
        let hours = hours.get();
        let last = hours.len().saturating_sub(1);
        let every = hours.into_iter().enumerate().filter(|(at, _)| at % 6 == 0 || *at == last);
        every
            .map(|(at, hour)| {
                let (x, anchor) = (x_at(at, last + 1, width), anchor(at, last));
                let words = if at == last { w.now().to_owned() } else { clock(hour, offset) };
                view! { <text x=format!("{x:.1}") y="206" text-anchor=anchor>{words}</text> }
            })
            .collect_view()
    };

    view! {
        <svg
            viewBox=format!("0 0 {} 216", width.pixels())
            data-width=width.word()
            role="img"
            aria-label=w.board_day()
        >
            {lines}
            {clocks}
            <path class="created" d=created></path>
            <path class="resolved" d=resolved></path>
        </svg>
    }
}

impl Width {
    const fn pixels(self) -> f64 {
        match self {
            Self::Wide => 760.0,
            Self::Narrow => 330.0,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
        }
    }
}

fn grid(line: i64, top: i64, width: Width) -> impl IntoView {
    let y = y_of(top * line / LINES, top);
    let end = width.pixels() - RIGHT;
    view! {
        <path class="grid" d=format!("M{LEFT} {y:.1}H{end}")></path>
        <text x="32" y=format!("{:.1}", y + 4.0) text-anchor="end">{top * line / LINES}</text>
    }
}

/// A round number above the highest, that four lines divide evenly.
fn ceiling(hours: &[Hour]) -> i64 {
    let highest = hours.iter().map(|hour| hour.created.max(hour.resolved)).max().unwrap_or(0);
    let steps = [4, 8, 20, 40, 80, 100, 200, 400, 800, 1000, 2000, 4000, 10_000, 20_000, 100_000];
    steps.into_iter().find(|step| *step >= highest).unwrap_or(highest)
}

/// A line that swings through the points, level at each of them so that it never dips below zero.
fn path(hours: &[Hour], width: Width, top: i64, of: fn(&Hour) -> i64) -> String {
    let points: Vec<(f64, f64)> = hours
        .iter()
        .enumerate()
        .map(|(at, hour)| (x_at(at, hours.len(), width), y_of(of(hour), top)))
        .collect();
    let Some((x, y)) = points.first() else { return String::new() };
    let curves = points.windows(2).map(|pair| {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let middle = f64::midpoint(x0, x1);
        format!("C{middle:.1} {y0:.1} {middle:.1} {y1:.1} {x1:.1} {y1:.1}")
    });
    format!("M{x:.1} {y:.1}") + &curves.collect::<String>()
}

#[expect(clippy::cast_precision_loss, reason = "a day has twenty-four hours")]
fn x_at(at: usize, many: usize, width: Width) -> f64 {
    LEFT + (width.pixels() - LEFT - RIGHT) * at as f64 / many.saturating_sub(1).max(1) as f64
}

#[expect(clippy::cast_precision_loss, reason = "pixels")]
fn y_of(value: i64, top: i64) -> f64 {
    TOP + HEIGHT * (1.0 - value as f64 / top.max(1) as f64)
}

const fn anchor(at: usize, last: usize) -> &'static str {
    if at == 0 {
        "start"
    } else if at == last {
        "end"
    } else {
        "middle"
    }
}

fn clock(hour: Hour, offset: i32) -> String {
    Civil::at(hour.start, offset).clock()
}
