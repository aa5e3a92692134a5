//! Small things only a browser can do. Called from event handlers and effects, which never run on
//! the server.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// What this browser keeps under `key`.
pub fn kept(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Keeps it, as far as the browser lets us: private windows may refuse.
pub fn keep(key: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(key, value);
    }
}

pub fn forget(key: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(key);
    }
}

/// A key that has not been used before, for a request that may be sent twice.
pub fn unique() -> String {
    let part = |_| {
        let number = js_sys::Number::from(js_sys::Math::random());
        number.to_string_with_radix(36).map(String::from).unwrap_or_default().replace("0.", "")
    };
    (0..3).map(part).collect()
}

pub fn copy(text: &str) {
    let _ = window().navigator().clipboard().write_text(text);
}

/// Puts the focus on the first element that fits.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        let _ = element.focus();
    }
}

/// Scrolls a list just far enough to show the element.
pub fn reveal(selector: &str) {
    if let Some(element) = find(selector) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn find(selector: &str) -> Option<web_sys::HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Everything that fits, in the order of the page.
pub fn all(selector: &str) -> Vec<web_sys::HtmlElement> {
    let Ok(nodes) = document().query_selector_all(selector) else { return Vec::new() };
    (0..nodes.length()).filter_map(|at| nodes.item(at)?.dyn_into().ok()).collect()
}

/// The event goes to something that takes letters as text.
pub fn is_text(target: Option<web_sys::EventTarget>) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return false;
    };
    let takes_letters = matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
    let tick = element.dyn_ref::<web_sys::HtmlInputElement>().is_some_and(|input| {
        matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "file")
    });
    takes_letters && !tick || element.is_content_editable()
}

/// A dialog or a menu is open, and keys are its own.
pub fn is_modal() -> bool {
    find("dialog[open], [popover]:popover-open").is_some()
}

/// A property of a JavaScript object, for what web-sys does not know yet.
pub fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined())
}
