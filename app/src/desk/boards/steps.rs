//! How long the steps of each leaf take, and which of them holds everything up (D-25).

use domain::step_times::{LeafTimes, StepTimes};
use leptos::prelude::*;
use leptos_meta::Title;

use super::groups::LoadBar;
use super::heading::BoardHeading;
use crate::desk::api::boards::read_step_times;
use crate::reader::lang;
use crate::ui::{Chip, Empty, Happened, Problem, Skeleton};

#[component]
pub fn StepsPage() -> impl IntoView {
    let w = lang();
    let times = OnceResource::new(read_step_times());
    let shown = move || {
        Suspend::new(async move {
            match times.await {
                Ok(times) => view! { <Times times/> }.into_any(),
                Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
            }
        })
    };

    view! {
        <Title text=w.steps_title()/>
        <main class="board" id="main">
            <BoardHeading title=w.steps_title()/>
            <Transition fallback=|| view! { <Skeleton lines=8/> }>{shown}</Transition>
        </main>
    }
}

#[component]
fn Times(times: StepTimes) -> impl IntoView {
    let w = lang();
    let StepTimes { learned_at, leaves } = times;
    if leaves.is_empty() {
        return view! { <Empty icon="clock" title=w.steps_none() hint=w.steps_none_hint()/> }
            .into_any();
    }
    let learned = learned_at.map(|at| view! { " · " {w.steps_learned()} " " <Happened at/> });
    let leaves = leaves.into_iter().map(|leaf| view! { <Leaf leaf/> }).collect_view();

    view! {
        <p class="soft">{w.steps_hint()} {learned}</p>
        {leaves}
    }
    .into_any()
}

#[component]
fn Leaf(leaf: LeafTimes) -> impl IntoView {
    let w = lang();
    let bottleneck = leaf.bottleneck().map(|step| step.key.clone());
    let rows = leaf.steps.iter().map(|step| {
        let name = step.name.clone().unwrap_or_else(|| w.steps_asked().to_owned());
        let slowest = Some(&step.key) == bottleneck.as_ref();
        view! {
            <tr>
                <th scope="row">
                    {name} " "
                    {slowest.then(|| view! { <Chip tone=Some("late")>{w.steps_bottleneck()}</Chip> })}
                </th>
                <td><LoadBar load=Some(leaf.share(step)) late=slowest/></td>
                <td class="n">{w.span(step.median)}</td>
                <td class="n">{w.span(step.p90)}</td>
                <td class="n">{step.sample}</td>
            </tr>
        }
    });

    view! {
        <section class="panel">
            <h2>{leaf.path.join(" / ")}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=leaf.path.join(" / ")>
                <table class="num step-times">
                    <thead><tr>
                        <th scope="col">{w.steps_step()}</th>
                        <th scope="col">{w.steps_share()}</th>
                        <th scope="col" class="n">{w.steps_median()}</th>
                        <th scope="col" class="n">{w.steps_p90()}</th>
                        <th scope="col" class="n">{w.steps_sample()}</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}
