//! The live board: numbers of the day, each opening the list behind it (H-01, H-02, C-07).

mod chart;
mod figures;
mod groups;
mod heading;
mod people;
mod steps;
mod supervisions;

pub use steps::StepsPage;
pub use supervisions::SupervisionsPage;

use domain::board::Board;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api::boards::read_board;
use crate::live::live;
use crate::reader::{lang, now, reader};
use crate::ui::{Chip, Problem, Skeleton, keep_fresh};
use crate::when::{Civil, day};
use chart::Chart;
use figures::FiguresStrip;
use groups::Groups;
use heading::BoardHeading;
use people::PeopleTable;

#[component]
pub fn BoardPage() -> impl IntoView {
    let w = lang();
    let first = OnceResource::new(read_board());

    view! {
        <Title text=w.board_title()/>
        <main class="board" id="main">
            <Transition fallback=|| view! { <Skeleton lines=8/> }>
                {move || Suspend::new(async move {
                    match first.await {
                        Ok(first) => view! { <Live first/> }.into_any(),
                        Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
                    }
                })}
            </Transition>
        </main>
    }
}

/// Follows the news: a second behind at most, however much happens.
#[component]
fn Live(first: Board) -> impl IntoView {
    let w = lang();
    let shown = RwSignal::new(first);
    keep_fresh(every_second(live().all()), shown, read_board);
    let lost = live().lost();
    let part = move |of: fn(&Board) -> usize| Memo::new(move |_| of(&shown.read()));
    let groups = part(|board| board.groups.len());

    view! {
        <BoardHeading title=w.board_title()>
            {move || if lost.get() {
                view! { <Chip tone=Some("late")>{w.rail_lost()}</Chip> }.into_any()
            } else {
                view! { <Chip tone=Some("good")>{w.board_live()}</Chip> }.into_any()
            }}
            <span class="soft num">{move || w.board_groups(groups.get())}</span>
            <Clock/>
        </BoardHeading>
        <FiguresStrip figures=Memo::new(move |_| shown.read().totals)/>
        <div class="two">
            <Chart hours=Memo::new(move |_| shown.read().hours.clone())/>
            <Groups groups=Memo::new(move |_| shown.read().groups.clone())/>
        </div>
        <PeopleTable people=Memo::new(move |_| shown.read().people.clone())/>
    }
}

#[component]
fn Clock() -> impl IntoView {
    let (reader, now) = (reader(), now());
    let words = move || {
        let now = Civil::at(now.get(), reader.offset);
        format!("{} {}", day(&now, &now, reader.lang), now.clock())
    };

    view! { <span class="end num">{words}</span> }
}

/// The same version, let through once a second.
fn every_second(version: Signal<u64>) -> Signal<u64> {
    const SECOND: std::time::Duration = std::time::Duration::from_secs(1);

    let slow = RwSignal::new(version.get_untracked());
    let waiting = StoredValue::new(false);
    Effect::new(move || {
        let newest = version.get();
        if newest != slow.get_untracked() && !waiting.get_value() {
            waiting.set_value(true);
            set_timeout(
                move || {
                    waiting.try_set_value(false);
                    if let Some(newest) = version.try_get_untracked() {
                        slow.try_set(newest);
                    }
                },
                SECOND,
            );
        }
    });
    slow.into()
}
