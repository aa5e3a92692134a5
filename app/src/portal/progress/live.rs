//! Hears that something changed, and looks again.
//!
//! The browser reconnects by itself and says what it heard last; when the server refused it gives
//! up, so we begin anew. Whenever a connection is made we look: nothing is missed.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::EventSource;

use super::Watch;

const BEGIN_ANEW_MS: u32 = 5_000;
const NEWS: [&str; 2] = ["news", "resync"];

/// From when the page runs until it is left.
pub fn follow(watch: Watch) {
    // All of it in the effect: nothing of a browser's may exist on the server.
    Effect::new(move || {
        let source = StoredValue::new_local(None::<Wire>);
        let gone = StoredValue::new(false);
        connect(watch, source, gone);
        on_cleanup(move || {
            gone.try_set_value(true);
            source.try_update_value(|wire| drop(wire.take()));
        });
    });
}

type Source = StoredValue<Option<Wire>, LocalStorage>;

/// Closed when dropped.
struct Wire {
    source: EventSource,
    _heard: Closure<dyn FnMut()>,
    _failed: Closure<dyn FnMut()>,
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.source.close();
    }
}

fn connect(watch: Watch, wire: Source, gone: StoredValue<bool>) {
    let key = watch.key.get_value().map(|key| format!("?k={key}")).unwrap_or_default();
    let Ok(source) = EventSource::new(&format!("{}{key}", watch.address("live"))) else { return };
    let heard = Closure::<dyn FnMut()>::new(move || watch.look_again());
    source.set_onopen(Some(heard.as_ref().unchecked_ref()));
    source.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    for name in NEWS {
        let _ = source.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    }
    let tried = source.clone();
    let failed = Closure::<dyn FnMut()>::new(move || {
        if tried.ready_state() == EventSource::CLOSED {
            Timeout::new(BEGIN_ANEW_MS, move || {
                if gone.try_get_value() == Some(false) {
                    connect(watch, wire, gone);
                }
            })
            .forget();
        }
    });
    source.set_onerror(Some(failed.as_ref().unchecked_ref()));
    wire.set_value(Some(Wire { source, _heard: heard, _failed: failed }));
}
