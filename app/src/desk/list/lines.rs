use std::collections::HashSet;

use domain::id::{TaskId, TicketNumber};
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::Picked;
use super::bucket::{Item, under_headings};
use super::line::{Line, Listed, load, load_as_many};
use super::row::{Elsewhere, Row};
use crate::browser;
use crate::desk::address::{ListOf, open_ticket};
use crate::desk::keys::{Command, on_command};
use crate::live::live;
use crate::reader::{lang, now, reader};
use crate::ui::{Button, Deed, Empty, keep_fresh};

/// So many pixels before its end a list fetches more.
const AHEAD: i32 = 600;

/// The lines themselves: more when the end comes near, others when the news says so.
#[component]
pub fn Lines(of: ListOf, first: Listed, may_hand_over: Signal<bool>) -> impl IntoView {
    let w = lang();
    let (now, offset) = (now(), reader().offset);
    let known: HashSet<Key> = first.page.rows.iter().map(key).collect();
    let known = StoredValue::new(known);
    let shown = RwSignal::new(first);
    let of = StoredValue::new(of);
    keep_fresh(live().all(), shown, move || {
        load_as_many(of.get_value(), shown.with_untracked(|listed| listed.page.rows.len()))
    });
    let items = Memo::new(move |_| {
        of.with_value(|of| under_headings(&shown.read().page.rows, of, now.get(), offset))
    });
    let picked = use_context::<Picked>().unwrap_or_default();
    Effect::new(move || {
        let listed = shown.read();
        let seen = listed.page.rows.iter().filter(|line| !line.elsewhere);
        picked.shown.set(seen.map(|line| line.ticket).collect());
    });
    let more = Deed::new();
    let fetch_more = move || {
        let Some(next) = shown.with_untracked(|listed| listed.page.next) else { return };
        more.run(load(of.get_value(), Some(next)), move |more| {
            known.try_update_value(|known| known.extend(more.page.rows.iter().map(key)));
            shown.try_update(|all| all.go_on(more));
        });
    };
    let scroller = NodeRef::<html::Div>::new();
    let near_the_end = move |_| {
        let Some(list) = scroller.get() else { return };
        if list.scroll_height() - list.scroll_top() - list.client_height() < AHEAD {
            fetch_more();
        }
    };
    let open = open_ticket();
    let news = Memo::new(move |_| {
        let listed = shown.read();
        listed.page.rows.iter().filter(|line| is_new(known, line)).count()
    });
    on_command(Command::Next, || step(1));
    on_command(Command::Previous, || step(-1));

    view! {
        <div class="lines" node_ref=scroller on:scroll=near_the_end>
            {move || shown.read().count.map(|count| view! {
                <p class="counted num">{w.list_counted(count)}</p>
            })}
            <ol>
                <For each=move || items.get() key=Item::clone let:item>
                    {match item {
                        Item::Heading(bucket) => view! {
                            <li class="group"><h2>{bucket.label(w)}</h2></li>
                        }.into_any(),
                        Item::Line(line) => {
                            let fresh = is_new(known, &line);
                            if line.elsewhere {
                                view! { <Elsewhere/> }.into_any()
                            } else {
                                view! { <Row line=*line of fresh open may_hand_over/> }.into_any()
                            }
                        }
                    }}
                </For>
            </ol>
            <Show when=move || shown.read().page.rows.is_empty()>
                <Nothing of=of.get_value()/>
            </Show>
            <Show when=move || shown.read().page.next.is_some()>
                <p class="more">
                    <Button kind="quiet" busy=more.pending on:click=move |_| fetch_more()>
                        {w.more()}
                    </Button>
                </p>
            </Show>
        </div>
        <p class="aside-for-readers" role="status">
            {move || Some(news.get()).filter(|&news| news > 0).map(|news| w.list_new_work(news))}
        </p>
    }
}

fn is_new(known: StoredValue<HashSet<Key>>, line: &Line) -> bool {
    known.with_value(|known| !known.contains(&key(line)))
}

type Key = (Option<TaskId>, TicketNumber);

const fn key(line: &Line) -> Key {
    (line.task, line.ticket)
}

#[component]
fn Nothing(of: ListOf) -> impl IntoView {
    use domain::list::Shelf;

    let w = lang();
    let (icon, title, hint) = match of {
        ListOf::Work(Shelf::Mine, _) => ("check", w.list_empty_mine(), w.list_empty_mine_hint()),
        ListOf::Work(Shelf::Queue, _) => ("inbox", w.list_empty_queue(), w.list_empty_queue_hint()),
        ListOf::Work(Shelf::Waiting, _) => ("clock", w.list_empty_waiting(), ""),
        ListOf::Tickets(query) if query.words.is_some() => {
            ("search", w.list_empty_search(), w.list_empty_search_hint())
        }
        ListOf::Tickets(_) | ListOf::Behind(_) => ("views", w.list_empty_view(), ""),
    };

    view! { <Empty icon title hint/> }
}

/// Moves the focus to the next or previous row; from outside the list it starts at the open one.
fn step(by: i32) {
    let rows = browser::all(".lines .line");
    let active = document().active_element();
    let has_focus = |row: &HtmlElement| active.as_ref() == Some(row.as_ref());
    let at = rows
        .iter()
        .position(has_focus)
        .or_else(|| rows.iter().position(|row| row.has_attribute("aria-current")));
    let next = match (at, by) {
        (None, _) => 0,
        (Some(at), 1..) => at + 1,
        (Some(at), _) => at.saturating_sub(1),
    };
    if let Some(row) = rows.get(next) {
        let _ = row.focus();
        browser::reveal(".lines .line:focus");
    }
}
