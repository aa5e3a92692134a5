//! `/desk/tasks`: what one is asked, for those who see nothing else of a ticket, and for everybody
//! with a phone in their hand (D-26, R-02).

pub mod api;

use domain::id::TaskId;
use domain::narrow::{NarrowPage, NarrowTask};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use self::api::{read_narrow_task, read_narrow_tasks};
use crate::error::AppError;
use crate::narrow::{NarrowView, Place};
use crate::portal::answer::use_echo;
use crate::reader::lang;
use crate::ui::{Due, Empty, Problem};

#[component]
pub fn TasksPage() -> impl IntoView {
    let w = lang();
    let tasks = OnceResource::new_blocking(read_narrow_tasks());
    let list = move || Suspend::new(async move { listed(tasks.await) });

    view! {
        <Title text=w.narrow_tasks()/>
        <main class="narrow-tasks portal" id="main" tabindex="-1">
            <h1>{w.narrow_tasks()}</h1>
            <Suspense>{list}</Suspense>
        </main>
    }
}

fn listed(tasks: Result<Vec<NarrowTask>, AppError>) -> AnyView {
    let w = lang();
    match tasks {
        Ok(tasks) if tasks.is_empty() => view! {
            <Empty icon="list" title=w.narrow_none() hint=w.narrow_none_hint()/>
        }
        .into_any(),
        Ok(tasks) => {
            let rows = tasks.into_iter().map(|task| view! { <Row task/> }).collect_view();
            view! { <ul class="mine">{rows}</ul> }.into_any()
        }
        Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
    }
}

#[component]
fn Row(task: NarrowTask) -> impl IntoView {
    let w = lang();
    let NarrowTask { id, number, title, asked_by, due_at, .. } = task;
    let asked_by = asked_by.map(|name| w.narrow_asked_by(name));
    view! {
        <li>
            <a href=format!("/desk/tasks/{id}")>
                <b>{title}</b>
                <span class="when">{due_at.map(|at| view! { <Due at/> })}</span>
                <small>{asked_by} " " <span class="num">{number.to_string()}</span></small>
            </a>
        </li>
    }
}

#[component]
pub fn TaskPage() -> impl IntoView {
    let w = lang();
    let echo = StoredValue::new(use_echo());
    let task = Memo::new({
        let params = use_params_map();
        move |_| params.read().get("task")?.parse().ok().map(TaskId)
    });
    let page = Resource::new_blocking(
        move || task.get(),
        |task| async move {
            match task {
                Some(task) => read_narrow_task(task).await,
                None => Err(AppError::NotFound),
            }
        },
    );
    let shown = move || {
        Suspend::new(async move {
            match page.await {
                Ok(page) => view! { <Shown page echo=echo.get_value()/> }.into_any(),
                Err(AppError::NotFound) => view! {
                    <Empty icon="search" title=w.narrow_gone()/>
                }
                .into_any(),
                Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
            }
        })
    };

    view! {
        <main class="narrow-tasks portal" id="main" tabindex="-1">
            <p><a href="/desk/tasks">"‹ " {w.narrow_tasks()}</a></p>
            <Suspense>{shown}</Suspense>
        </main>
    }
}

#[component]
fn Shown(page: NarrowPage, echo: Option<crate::portal::answer::Echo>) -> impl IntoView {
    let place = Place { base: format!("/desk/tasks/{}", page.task) };
    let title = page.title.clone();
    view! {
        <Title text=title/>
        <NarrowView page place echo/>
    }
}
