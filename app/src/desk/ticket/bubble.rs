use domain::event::By;
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
    let requester = open().page.with_untracked(|page| page.customer.name.clone());
    let Entry { who, event, .. } = entry;
    let writer = who.unwrap_or_else(|| w.the_desk().to_owned());
    let for_customer = message.from_customer && matches!(event.by, By::Agent(_));
    let name = if for_customer { requester } else { writer.clone() };
    let shown =
        if name == me && !message.from_customer { w.you().to_owned() } else { name.clone() };
    let (side, tone, kind) = match (message.kind, message.from_customer) {
        (MessageKind::Note, _) => ("note", Some("note"), w.composer_note().to_owned()),
        (MessageKind::PublicReply, true) if for_customer => {
            ("customer", Some("customer"), w.from_customer_by(writer))
        }
        (MessageKind::PublicReply, true) => {
            ("customer", Some("customer"), w.from_customer().to_owned())
        }
        (MessageKind::PublicReply, false) => ("us", None, w.composer_reply().to_owned()),
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
