//! One event stream per browser: the first tab to take a lock holds it and tells the others.
//!
//! Browsers open six connections to a site over HTTP/1.1. A stream per tab would freeze the
//! seventh tab, and all after it.

use domain::page::News;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, EventSource, MessageEvent};

use super::Live;
use crate::browser::property;

const NAME: &str = "gongdan-live";
const ADDRESS: &str = "/live";
/// What tabs tell each other besides news.
const EVERYTHING: &str = "everything";
const LOST: &str = "lost";
const FOUND: &str = "found";
/// A stream the server has refused is tried again after this long.
const RETRY: std::time::Duration = std::time::Duration::from_secs(5);

pub fn listen(live: Live) {
    if let Ok(others) = BroadcastChannel::new(NAME) {
        on(&others, "message", move |event| hear(live, &event));
        when_leading(move || open(live, &others));
    }
    // Something may have changed between the server's answer and now.
    live.hear_everything();
}

/// Word from the tab that listens.
fn hear(live: Live, event: &MessageEvent) {
    match event.data().as_string().as_deref() {
        Some(EVERYTHING) => live.hear_everything(),
        Some(LOST) => live.lost.set(true),
        Some(FOUND) => live.lost.set(false),
        Some(news) => hear_news(live, news),
        None => {}
    }
}

fn hear_news(live: Live, news: &str) {
    if let Ok(news) = serde_json::from_str::<News>(news) {
        live.hear(news.ticket);
    }
}

fn open(live: Live, others: &BroadcastChannel) {
    let Ok(stream) = EventSource::new(ADDRESS) else { return };
    let tell = {
        let others = others.clone();
        move |word: &str| drop(others.post_message(&word.into()))
    };
    on(&stream, "news", {
        let tell = tell.clone();
        move |event| {
            if let Some(news) = event.data().as_string() {
                hear_news(live, &news);
                tell(&news);
            }
        }
    });
    on(&stream, "resync", {
        let tell = tell.clone();
        move |_| {
            live.hear_everything();
            tell(EVERYTHING);
        }
    });
    on(&stream, "open", {
        let tell = tell.clone();
        move |_| {
            live.lost.set(false);
            tell(FOUND);
        }
    });
    on(&stream, "error", {
        let (stream, others) = (stream.clone(), others.clone());
        move |_| {
            live.lost.set(true);
            tell(LOST);
            // The browser comes back by itself, with the id of what it heard last, unless it was
            // turned away.
            if stream.ready_state() == EventSource::CLOSED {
                let others = others.clone();
                set_timeout(move || reopen(live, &others), RETRY);
            }
        }
    });
}

fn reopen(live: Live, others: &BroadcastChannel) {
    live.hear_everything();
    open(live, others);
}

fn on(target: &web_sys::EventTarget, name: &str, then: impl Fn(MessageEvent) + 'static) {
    let then = Closure::<dyn Fn(MessageEvent)>::new(then);
    let _ = target.add_event_listener_with_callback(name, then.as_ref().unchecked_ref());
    // The tab listens for as long as it is open.
    then.forget();
}

/// Runs `lead` when this tab is the one to listen, which may be at once, when others close, or
/// never.
fn when_leading(lead: impl Fn() + 'static) {
    let locks = property(&window().navigator(), "locks");
    let request = locks.as_ref().and_then(|locks| property(locks, "request"));
    let (Some(locks), Some(request)) = (locks, request) else { return lead() };
    let Ok(request) = request.dyn_into::<js_sys::Function>() else { return lead() };
    let held = Closure::<dyn Fn() -> js_sys::Promise>::new(move || {
        lead();
        // Never kept: the lock is held until the tab closes.
        js_sys::Promise::new(&mut |_, _| {})
    });
    let _ = request.call2(&locks, &NAME.into(), held.as_ref());
    held.forget();
}
