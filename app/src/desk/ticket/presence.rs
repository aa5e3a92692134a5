use std::time::Duration;

use domain::id::AgentId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::open;
use crate::desk::api::looking::{attend, leave};
use crate::reader::lang;
use crate::ui::Avatar;

/// Whoever has not said so for thirty seconds is gone; this is often enough.
const BEAT: Duration = Duration::from_secs(10);

/// Whether one is writing, for the others to see. The composer sets it.
#[derive(Clone, Copy)]
pub struct Typing(pub RwSignal<bool>);

/// The others who look at this ticket, and who of them writes.
#[component]
pub fn Present() -> impl IntoView {
    let w = lang();
    let open = open();
    let number = open.number;
    let me: AgentId = open.me.with_value(|me| me.id);
    let present = RwSignal::new(open.page.with_untracked(|page| page.present.clone()));
    let writing = use_context::<Typing>().map(|Typing(typing)| typing);
    let say = move || {
        let writing = writing.and_then(|writing| writing.try_get_untracked()).unwrap_or_default();
        spawn_local(async move {
            if let Ok(now) = attend(number, writing).await {
                present.try_set(now);
            }
        });
    };
    Effect::new(move || {
        if let Some(writing) = writing {
            writing.track();
        }
        say();
    });
    Effect::new(move || {
        let beat = set_interval_with_handle(say, BEAT).ok();
        on_cleanup(move || {
            if let Some(beat) = beat {
                beat.clear();
            }
            spawn_local(async move { drop(leave(number).await) });
        });
    });
    let others = move || {
        let mut others = present.get();
        others.retain(|other| other.agent != me);
        others
    };

    view! {
        <span class="present">
            <For each=others key=|other| (other.agent, other.writing) let:other>
                <span
                    data-writing=other.writing.then_some("")
                    title=if other.writing { w.present_writes(&other.name) } else { w.present_looks(&other.name) }
                >
                    <Avatar name=other.name.clone()/>
                    <span class="aside-for-readers">
                        {if other.writing { w.present_writes(&other.name) } else { w.present_looks(&other.name) }}
                    </span>
                </span>
            </For>
        </span>
    }
}
