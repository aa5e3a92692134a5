use leptos::prelude::*;

use super::{Command, on_command};
use crate::reader::lang;
use crate::ui::Dialog;

/// All keys on one page.
#[component]
pub fn CheatSheet() -> impl IntoView {
    let w = lang();
    let open = RwSignal::new(false);
    on_command(Command::Help, move || open.set(true));
    let row = move |command: Command| {
        view! {
            <div>
                <dt><kbd>{command.hint()}</kbd></dt>
                <dd>{command.label(w)}</dd>
            </div>
        }
    };

    view! {
        <Dialog open title=w.keys_help()>
            <dl class="keys">{Command::ALL.map(row).into_view()}</dl>
            <p class="faint">{w.keys_note()}</p>
        </Dialog>
    }
}
