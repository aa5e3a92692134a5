use domain::behind::Number;
use domain::board::Figures;
use domain::list::View;
use leptos::prelude::*;

use crate::desk::address::ListOf;
use crate::reader::lang;

/// Six numbers; each is the list behind it.
#[component]
pub fn FiguresStrip(figures: Memo<Figures>) -> impl IntoView {
    let w = lang();
    let of = move |number: fn(&Figures) -> i64| move || grouped(number(&figures.read()));
    let view = |view: View| ListOf::on_board(view, None).href();
    let behind = |number: Number| ListOf::behind(number, None, None).href();
    let late = move || (figures.get().overdue > 0).then_some("late");

    view! {
        <section class="figs num" aria-label=w.board_title()>
            <div>
                <a href=behind(Number::Created)><small>{w.board_created()}</small><b>{of(|it| it.created)}</b></a>
                <a href=behind(Number::CreatedBySystem)>{move || w.board_created_by_system(grouped(figures.get().created_by_system))}</a>
                <a href=behind(Number::Accepted)>{move || w.board_accepted(grouped(figures.get().accepted))}</a>
            </div>
            <div>
                <a href=behind(Number::Resolved)><small>{w.board_resolved()}</small><b>{of(|it| it.resolved)}</b></a>
                <a href=behind(Number::Handled)>{move || w.board_handled(grouped(figures.get().handled))}</a>
                <em>{move || figures.get().completion().filter(|it| *it <= 1000).map(|it| w.board_completion(tenths(it)))}</em>
            </div>
            <div>
                <a href=view(View::Live)><small>{w.board_backlog()}</small><b>{of(|it| it.backlog)}</b></a>
                <em>{w.board_backlog_hint()}</em>
            </div>
            <div data-tone=late>
                <a href=view(View::Overdue)><small>{w.board_overdue()}</small><b>{of(|it| it.overdue)}</b></a>
                <em>{move || share(figures.get().overdue, figures.get().backlog).map(|it| w.board_overdue_share(it))}</em>
            </div>
            <div>
                <a href=view(View::Waiting)><small>{w.board_waiting()}</small><b>{of(|it| it.waiting)}</b></a>
                <em>{w.board_waiting_hint()}</em>
            </div>
            <div>
                <a href=behind(Number::Rated)>
                    <small>{w.board_satisfaction()}</small>
                    <b>{move || figures.get().satisfaction().map_or_else(|| "—".to_owned(), tenths)}</b>
                </a>
                <a href=behind(Number::Rated)>{move || w.board_rated(grouped(figures.get().rated))}</a>
            </div>
        </section>
    }
}

/// `1,284`
pub fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) && !grouped.ends_with('-') {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Tenths of a per cent as `86.2%`.
fn tenths(value: i64) -> String {
    format!("{}.{}%", value / 10, value % 10)
}

fn share(part: i64, whole: i64) -> Option<String> {
    (whole > 0).then(|| tenths(part * 1000 / whole))
}

#[cfg(test)]
mod tests {
    use super::{grouped, tenths};

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1284, 1_000_000].map(grouped), ["0", "999", "1,284", "1,000,000"]);
        assert_eq!(tenths(862), "86.2%");
    }
}
