use leptos::prelude::*;

use crate::desk::api::acting::claim;
use crate::desk::keys::{Command, Hint, on_command};
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Button, Deed, Problem};

#[component]
pub fn ClaimButton() -> impl IntoView {
    let w = lang();
    let open = open();
    let free = open.free_task();
    let deed = Deed::new();
    let act = move || {
        if let Some(task) = free.get_untracked() {
            open.act(deed, claim(task.task.id), |()| ());
        }
    };
    on_command(Command::Claim, act);

    view! {
        <Show when=move || free.read().is_some()>
            <Button kind="primary" busy=deed.pending on:click=move |_| act()>
                {w.act_claim()} <Hint of=Command::Claim/>
            </Button>
        </Show>
        <Problem error=deed.error/>
    }
}
