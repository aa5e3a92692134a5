use domain::text::Body;
use leptos::html;
use leptos::prelude::*;

use super::Writing;
use super::drafts::typed;
use super::mentions::{Mentions, at_sign};
use crate::browser;
use crate::desk::ticket::Typing;
use crate::reader::lang;
use domain::message::MessageKind;

/// The text itself. The browser owns it while one types; it is set from outside only when the kind
/// changes, a draft is taken up, a name is put in, or it was sent.
#[component]
pub fn TextBox(writing: Writing) -> impl IntoView {
    let w = lang();
    let node = NodeRef::<html::Textarea>::new();
    let pause = StoredValue::new(None);
    let asked = RwSignal::new(None::<String>);
    let busy = use_context::<Typing>();
    let here = move || {
        writing.text().set(node.get_untracked().map(|it| it.value()).unwrap_or_default());
    };
    // What was typed before the program ran is kept.
    Effect::new(move |before: Option<()>| {
        let Some(area) = node.get() else { return };
        let text = writing.text().get();
        if before.is_none() && !area.value().is_empty() && area.value() != text {
            here();
            typed(writing, pause);
        } else if area.value() != text {
            area.set_value(&text);
        }
    });
    Effect::new(move || {
        let is_typing = !writing.is_blank();
        if let Some(Typing(busy)) = busy {
            busy.set(is_typing);
        }
    });
    let on_input = move |_| {
        if writing.is_blank() && writing.kind.get_untracked() == MessageKind::PublicReply {
            let newest = writing.open.page.with_untracked(|page| page.newest_message);
            writing.seen.set(newest);
        }
        here();
        typed(writing, pause);
        let inside = writing.kind.get_untracked() == MessageKind::Note;
        asked.set(node.get_untracked().filter(|_| inside).and_then(|area| at_sign(&area)));
    };
    let label = move || match writing.kind.get() {
        MessageKind::PublicReply => w.composer_reply_hint(),
        MessageKind::Note => w.composer_note_hint(),
    };

    view! {
        <div class="textbox">
            <textarea
                id="composer"
                class="input"
                node_ref=node
                maxlength=Body::MAX
                rows="3"
                aria-label=label
                placeholder=label
                on:input=on_input
            >
                {writing.text_of(writing.kind.get_untracked()).get_untracked()}
            </textarea>
            <Show when=move || asked.read().is_some()>
                <Mentions writing asked node/>
            </Show>
        </div>
    }
}

pub fn focus() {
    request_animation_frame(|| browser::focus("#composer"));
}
