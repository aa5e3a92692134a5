//! This browser: where it is, and whether it reaches anybody.

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

const LOOK_EVERY_MS: i32 = 500;
const LONGEST_PAUSE_MS: i32 = 30_000;

/// Loads a page anew, program and all.
pub fn load(address: &str) {
    let _ = window().location().set_href(address);
}

/// Lets some time pass.
pub async fn pause(milliseconds: i32) {
    let passed = Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
    });
    let _ = JsFuture::from(passed).await;
}

fn is_online() -> bool {
    window().navigator().on_line()
}

/// Waits until the network comes back; a browser that believes it is there waits a little, each
/// time longer. Ends at once when somebody nudges.
pub async fn wait_for_network(attempts: u32, nudged: StoredValue<bool>) {
    let longest = (2_000 << attempts.min(4)).min(LONGEST_PAUSE_MS);
    let (mut waited, mut was_offline) = (0, !is_online());
    nudged.set_value(false);
    loop {
        pause(LOOK_EVERY_MS).await;
        waited += LOOK_EVERY_MS;
        let online = is_online();
        let came_back = online && was_offline;
        was_offline = !online;
        if nudged.get_value() || came_back || (online && waited >= longest) {
            return;
        }
    }
}
