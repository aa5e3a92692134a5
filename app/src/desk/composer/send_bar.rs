use domain::actor::Permission;
use domain::message::MessageKind;
use domain::ticket::ResolutionCode;
use leptos::prelude::*;

use super::Writing;
use super::drafts::DraftState;
use super::files::FileButton;
use super::sending::{Warned, send};
use crate::desk::api::saying::AndThen;
use crate::desk::keys::{Command, Hint, on_command};
use crate::desk::pick_time::morning;
use crate::error::AppError;
use crate::reader::{lang, now, reader};
use crate::ui::{Icon, Menu};

/// The file button, what became of the draft, and the ways to send.
#[component]
pub fn SendBar(writing: Writing) -> impl IntoView {
    let w = lang();
    let (now, offset) = (now(), reader().offset);
    let blank = Memo::new(move |_| writing.is_blank());
    let busy = move || blank.get() || writing.sending.pending.get() || writing.files.busy();
    let is_reply = move || writing.kind.get() == MessageKind::PublicReply;
    let missed = move || matches!(&*writing.sending.error.read(), Some(AppError::NewMessage(_)));
    let plain = move || {
        let warned = if missed() { Warned::Yes } else { Warned::No };
        send(writing, AndThen::Nothing, warned, w.composer_sent());
    };
    on_command(Command::Send, plain);
    let may_wait = writing.open.may(Permission::Wait);
    let may_resolve = writing.open.may(Permission::Resolve);
    let wait = move |_| {
        let wake_at = Some(morning(now.get_untracked(), 3, offset));
        let reason = w.wait_customer().to_owned();
        let then = AndThen::WaitForCustomer { reason, wake_at };
        send(writing, then, Warned::No, w.composer_sent_waits());
    };
    let resolve = move |code: ResolutionCode| {
        send(writing, AndThen::Resolve(code), Warned::No, w.composer_sent_resolved());
    };
    let label = move || match (missed(), writing.kind.get()) {
        (true, _) => w.composer_send_anyway(),
        (false, MessageKind::PublicReply) => w.composer_send_reply(),
        (false, MessageKind::Note) => w.composer_send_note(),
    };
    let draft = move || match writing.draft.get() {
        DraftState::Clean | DraftState::Here => None,
        DraftState::Saved => Some(w.draft_saved()),
        DraftState::OnlyHere => Some(w.draft_only_here()),
    };

    view! {
        <div class="line">
            <FileButton files=writing.files/>
            <span class="faint" role="status">{draft}</span>
            <span class="end">
                <Show when=move || is_reply() && (may_wait.get() || may_resolve.get())>
                    <Menu id="send-and" face=move || view! { {w.composer_and()} <Icon name="down"/> }>
                        <Show when=move || may_wait.get()>
                            <button type="button" disabled=busy on:click=wait>{w.composer_and_wait()}</button>
                        </Show>
                        <Show when=move || may_resolve.get()>
                            <div class="heading">{w.composer_and_resolve()}</div>
                            {ResolutionCode::ALL.iter().map(|&code| view! {
                                <button type="button" disabled=busy on:click=move |_| resolve(code)>{w.resolution(code)}</button>
                            }).collect_view()}
                        </Show>
                    </Menu>
                </Show>
                <button type="button" class="button" data-kind="primary" disabled=busy on:click=move |_| plain()>
                    {label} <Hint of=Command::Send/>
                </button>
            </span>
        </div>
    }
}
