use domain::ticket::WaitFor;
use domain::time::Span;
use leptos::prelude::*;

use crate::desk::api::acting::wait;
use crate::desk::pick_time::{PickTime, morning};
use crate::desk::ticket::open;
use crate::reader::{lang, now, reader};
use crate::ui::{Button, Deed, Problem};

/// For whom, why, and when it comes back by itself.
#[component]
pub fn WaitForm(asking: RwSignal<bool>) -> impl IntoView {
    let w = lang();
    let open = open();
    let (deed, offset) = (Deed::new(), reader().offset);
    let now = now().get_untracked();
    let whom = RwSignal::new(WaitFor::Customer);
    let reason = RwSignal::new(String::new());
    let wake = RwSignal::new(Some(morning(now, 3, offset)));
    let act = move |_| {
        let reason = Some(reason.get_untracked()).filter(|reason| !reason.trim().is_empty());
        let reason = reason.unwrap_or_else(|| w.wait_for(whom.get_untracked()).to_owned());
        let work = wait(open.number, whom.get_untracked(), reason, wake.get_untracked());
        open.act(deed, work, move |()| asking.set(false));
    };
    let presets = [
        (w.wake_two_hours(), now + Span::hours(2)),
        (w.wake_tomorrow(), morning(now, 1, offset)),
        (w.wake_three_days(), morning(now, 3, offset)),
        (w.wake_week(), morning(now, 7, offset)),
    ];

    view! {
        <fieldset class="choices">
            <legend>{w.wait_whom()}</legend>
            {WaitFor::ALL.iter().map(|&each| view! {
                <label class="switch">
                    <input type="radio" name="whom" value=each.as_str() checked=each == WaitFor::Customer on:change=move |_| whom.set(each)/>
                    {w.wait_for(each)}
                </label>
            }).collect_view()}
        </fieldset>
        <label class="field">
            <span class="label">{w.reason()} " " <span class="optional">{w.optional()}</span></span>
            <input class="input" maxlength="500" placeholder=w.wait_example() on:input:target=move |event| reason.set(event.target().value())/>
        </label>
        <PickTime label=w.wake_when() name="wake_at" presets=presets.into() chosen=wake error=deed.error/>
        <Problem error=deed.error/>
        <div class="actions">
            <Button kind="primary" busy=deed.pending on:click=act>{w.act_wait()}</Button>
        </div>
    }
}
