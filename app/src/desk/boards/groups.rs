use domain::behind::Number;
use domain::board::GroupFigures;
use domain::list::View;
use leptos::prelude::*;

use crate::desk::address::ListOf;
use crate::reader::lang;

/// So full, a group can take no more.
const FULL: i64 = 90;

/// Groups, the most loaded first; every number is a list.
#[component]
pub fn Groups(groups: Memo<Vec<GroupFigures>>) -> impl IntoView {
    let w = lang();
    let sorted = Memo::new(move |_| {
        let mut groups = groups.get();
        groups.sort_by_key(|group| std::cmp::Reverse((group.load, group.overdue, group.backlog)));
        groups
    });

    view! {
        <section class="panel">
            <h2>{w.board_by_group()} <span>{w.board_by_group_hint()}</span></h2>
            <div class="scroll">
                <table class="num">
                    <thead><tr>
                        <th>{w.board_group()}</th>
                        <th class="n">{w.board_backlog()}</th>
                        <th class="n">{w.shelf_queue()}</th>
                        <th class="n">{w.board_overdue()}</th>
                        <th>{w.board_load()}</th>
                    </tr></thead>
                    <tbody>
                        <For each=move || sorted.get() key=|group| (group.group, group.backlog, group.unclaimed, group.overdue, group.load) let:group>
                            <Group group/>
                        </For>
                    </tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Group(group: GroupFigures) -> impl IntoView {
    let id = Some(group.group);
    let list = |view: View| ListOf::on_board(view, id).href();
    let queue = ListOf::behind(Number::Unclaimed, id, None).href();
    let late = (group.overdue > 0).then_some("late");

    view! {
        <tr>
            <th scope="row"><a href=list(View::Live)>{group.name.clone()}</a></th>
            <td class="n"><a href=list(View::Live)>{group.backlog}</a></td>
            <td class="n"><a href=queue>{group.unclaimed}</a></td>
            <td class="n"><a href=list(View::Overdue) data-tone=late>{group.overdue}</a></td>
            <td><LoadBar load=group.load/></td>
        </tr>
    }
}

/// A share of what can be carried. Drawn as SVG: its width is an attribute, and pages may have no
/// inline styles.
#[component]
pub fn LoadBar(
    load: Option<i64>,
    /// Whatever it is, it is too much.
    #[prop(optional)]
    late: bool,
) -> impl IntoView {
    let Some(load) = load else { return view! { <span class="faint">"—"</span> }.into_any() };
    let late = (late || load >= FULL).then_some("late");
    view! {
        <span class="load">
            <svg width="100%" height="6" aria-hidden="true">
                <rect width="100%" height="6" rx="3" class="track"></rect>
                <rect width=format!("{}%", load.clamp(0, 100)) height="6" rx="3" data-tone=late></rect>
            </svg>
            <span class="n">{load}"%"</span>
        </span>
    }
    .into_any()
}
