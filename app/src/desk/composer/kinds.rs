use domain::message::MessageKind;
use leptos::prelude::*;

use super::Writing;
use super::textbox;
use crate::desk::keys::{Command, Hint};
use crate::reader::lang;

/// Whether the customer will read it.
#[component]
pub fn Kinds(writing: Writing, may_reply: Memo<bool>, may_note: Memo<bool>) -> impl IntoView {
    let w = lang();
    let tab = move |kind: MessageKind, label: &'static str, command: Command| {
        let current = move || if writing.kind.get() == kind { "true" } else { "false" };
        let choose = move |_| {
            writing.kind.set(kind);
            textbox::focus();
        };
        view! {
            <button type="button" aria-pressed=current on:click=choose>{label} <Hint of=command/></button>
        }
    };

    view! {
        <div class="kinds" role="group" aria-label=w.composer_kind()>
            <Show when=move || may_reply.get()>
                {tab(MessageKind::PublicReply, w.composer_reply(), Command::Reply)}
            </Show>
            <Show when=move || may_note.get()>
                {tab(MessageKind::Note, w.composer_note(), Command::Note)}
            </Show>
        </div>
    }
}
