//! 督办 by department: how much was issued and how it went, and the supervisions behind each number
//! (D-14).

use domain::list::{Cursor, Page};
use domain::supervision::{
    DepartmentFigures, Figure, SupervisionBoard, SupervisionQuery, SupervisionView,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;

use super::heading::BoardHeading;
use crate::desk::api::supervising::{read_supervision_board, supervisions};
use crate::desk::ticket::Standing;
use crate::reader::lang;
use crate::ui::{Button, Deed, Empty, Problem, Skeleton};

#[component]
pub fn SupervisionsPage() -> impl IntoView {
    let w = lang();
    let board = OnceResource::new(read_supervision_board());
    let query = use_query_map();
    let asked = Memo::new(move |_| asked(&query.read()));
    let table = move || {
        Suspend::new(async move {
            match board.await {
                Ok(board) => view! { <Departments board asked/> }.into_any(),
                Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
            }
        })
    };

    view! {
        <Title text=w.supervision()/>
        <main class="board" id="main">
            <BoardHeading title=w.supervision()/>
            <Transition fallback=|| view! { <Skeleton lines=4/> }>{table}</Transition>
            {move || view! { <Behind query=asked.get()/> }}
        </main>
    }
}

/// Without anything said, all that still run.
fn asked(query: &ParamsMap) -> SupervisionQuery {
    let figure = query.get("figure").and_then(|figure| figure.parse().ok());
    let figure = figure.unwrap_or(Figure::Running);
    SupervisionQuery {
        department: query.get("department").and_then(|id| id.parse().ok()),
        figure: Some(figure),
        // What runs, runs whenever it was issued; the others are of the days of the board.
        days: (figure != Figure::Running).then(Default::default),
        ..SupervisionQuery::default()
    }
}

#[component]
fn Departments(board: SupervisionBoard, asked: Memo<SupervisionQuery>) -> impl IntoView {
    let w = lang();
    if board.departments.is_empty() {
        return ().into_any();
    }
    let heads =
        Figure::ALL.map(|figure| view! { <th scope="col" class="n">{w.figure(figure)}</th> });
    let rows = board.departments.into_iter().map(|of| view! { <Department of asked/> });

    view! {
        <section class="panel">
            <h2>{w.supervision_by_department()} <span>{w.supervision_days(board.days.get())}</span></h2>
            <div class="scroll" tabindex="0" role="region" aria-label=w.supervision_by_department()>
                <table class="num">
                    <thead><tr><th scope="col">{w.supervision_department()}</th>{heads.collect_view()}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

#[component]
fn Department(of: DepartmentFigures, asked: Memo<SupervisionQuery>) -> impl IntoView {
    let id = of.department.id;
    let leader = of.leader.as_ref().map(|leader| leader.name.clone());
    let cells = Figure::ALL.map(|figure| {
        let here = move || {
            let asked = asked.read();
            (asked.department == Some(id) && asked.figure == Some(figure)).then_some("true")
        };
        let href = format!("/boards/supervisions?department={id}&figure={}", figure.as_str());
        let late = (figure == Figure::Missed && of.of(figure) > 0).then_some("late");
        view! { <td class="n"><a href=href data-tone=late aria-current=here>{of.of(figure)}</a></td> }
    });

    view! {
        <tr>
            <th scope="row">{of.department.name.clone()} " " <span class="faint">{leader}</span></th>
            {cells.collect_view()}
        </tr>
    }
}

/// Starts anew for another number, and only then.
#[component]
fn Behind(query: SupervisionQuery) -> impl IntoView {
    let w = lang();
    let figure = query.figure.map(|figure| w.figure(figure));
    let kept = StoredValue::new(query.clone());
    let first = OnceResource::new(supervisions(query));
    let list = move || {
        Suspend::new(async move {
            match first.await {
                Ok(first) => view! { <List first query=kept.get_value()/> }.into_any(),
                Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
            }
        })
    };

    view! {
        <section class="panel">
            <h2>{figure}</h2>
            <Transition fallback=|| view! { <Skeleton lines=6/> }>{list}</Transition>
        </section>
    }
}

#[component]
fn List(first: Page<SupervisionView>, query: SupervisionQuery) -> impl IntoView {
    let w = lang();
    let none = first.rows.is_empty();
    let (rows, next) = (RwSignal::new(first.rows), RwSignal::new(first.next));
    let more = Deed::new();
    let query = StoredValue::new(query);
    let go_on = move |after: Cursor| {
        let query = SupervisionQuery { after: Some(after), ..query.get_value() };
        more.run(supervisions(query), move |page| {
            rows.update(|rows| rows.extend(page.rows));
            next.set(page.next);
        });
    };

    view! {
        {none.then(|| view! { <Empty icon="eye" title=w.supervision_none()/> })}
        <div class="supervisions">
            <For each=move || rows.get() key=|it| it.id let:it><One it/></For>
        </div>
        <Problem error=more.error/>
        {move || next.get().map(|after| view! {
            <p class="more">
                <Button kind="quiet" busy=more.pending on:click=move |_| go_on(after)>{w.more()}</Button>
            </p>
        })}
    }
}

#[component]
fn One(it: SupervisionView) -> impl IntoView {
    let w = lang();
    let hidden = usize::try_from(it.targets).unwrap_or_default().saturating_sub(it.tickets.len());
    let rest = (hidden > 0).then(|| w.supervision_and_more(hidden));
    let tickets = it.tickets.clone().into_iter().map(|target| {
        view! {
            <li>
                <a href=format!("/desk/t/{}", target.number)>
                    <span class="num">{target.number.to_string()}</span> " " {target.subject}
                </a>
            </li>
        }
    });

    view! {
        <article>
            <Standing it/>
            <ul>{tickets.collect_view()}</ul>
            {rest.map(|rest| view! { <p class="soft">{rest}</p> })}
        </article>
    }
}
