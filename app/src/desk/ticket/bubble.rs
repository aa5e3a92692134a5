use domain::message::{Attachment, MessageKind};
use domain::page::{Entry, MessageView};
use leptos::prelude::*;

use super::bubble_menu::BubbleMenu;
use super::open;
use crate::desk::side::FileLink;
use crate::reader::lang;
use crate::ui::{Avatar, Happened};

/// Something somebody said.
#[component]
pub fn Bubble(entry: Entry, message: MessageView) -> impl IntoView {
    let w = lang();
    let me = open().me.with_value(|me| me.name.clone());
    let Entry { who, event, .. } = entry;
    let name = who.unwrap_or_else(|| w.the_desk().to_owned());
    let shown =
        if name == me && !message.from_customer { w.you().to_owned() } else { name.clone() };
    let (side, tone, kind) = match (message.kind, message.from_customer) {
        (MessageKind::Note, _) => ("note", Some("note"), w.composer_note()),
        (_, true) => ("customer", Some("customer"), w.from_customer()),
        (_, false) => ("us", None, w.composer_reply()),
    };
    let body = message.body.clone();
    let mentions = matches!(message.kind, MessageKind::Note);

    view! {
        <article class="entry" data-side=side>
            {match tone {
                Some(tone) => view! { <Avatar name tone/> }.into_any(),
                None => view! { <Avatar name/> }.into_any(),
            }}
            <div class="saying">
                <div class="meta">
                    <b>{shown}</b>
                    <span>{kind} " · " <Happened at=event.at/></span>
                    <BubbleMenu message=message.id/>
                </div>
                <div class="bubble">{if mentions { with_mentions(&body) } else { body.into_any() }}</div>
                <Files files=message.attachments/>
            </div>
        </article>
    }
}

#[component]
fn Files(files: Vec<Attachment>) -> impl IntoView {
    (!files.is_empty()).then(|| {
        view! {
            <ul class="files">
                {files.into_iter().map(|file| view! { <li><FileLink file/></li> }).collect_view()}
            </ul>
        }
    })
}

/// `@张琪` stands out.
fn with_mentions(body: &str) -> AnyView {
    let mut parts = Vec::new();
    for (at, piece) in body.split('@').enumerate() {
        if at == 0 {
            parts.push(piece.to_owned().into_any());
            continue;
        }
        let end = piece.find(|c: char| c.is_whitespace() || "，。！？；：、,.!?;:".contains(c));
        let (name, rest) = piece.split_at(end.unwrap_or(piece.len()));
        let rest = rest.to_owned();
        parts.push(view! { <span class="mention">"@" {name.to_owned()}</span> {rest} }.into_any());
    }
    parts.into_any()
}
