//! Dragging: where the pointer is, and what lies under it. Keyboards have buttons for the same.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// From here on every movement of this pointer is told to the element that was pressed.
pub fn hold(event: &PointerEvent) {
    event.prevent_default();
    if let Some(element) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// What the nearest element under the pointer says in this attribute.
pub fn under(event: &PointerEvent, attribute: &str) -> Option<String> {
    #[expect(clippy::cast_precision_loss, reason = "pixels")]
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let element = document().element_from_point(x, y)?;
    let marked = element.closest(&format!("[{attribute}]")).ok()??;
    marked.get_attribute(attribute)
}

/// Where the pointer is inside the nearest element of this kind.
pub fn inside(event: &PointerEvent, selector: &str) -> Option<(f64, f64)> {
    let element = event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()??;
    let place = element.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - place.left(), f64::from(event.client_y()) - place.top()))
}
