//! Putting one's name to it: with a finger where the program runs, else by typing it (K-06).

use leptos::ev::PointerEvent;
use leptos::html::{Canvas, Input};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::form::Typed;
use crate::portal::answer::flaw_at;
use crate::portal::field::TextInput;
use crate::reader::lang;

#[component]
pub fn Signing(typed: Typed) -> impl IntoView {
    let w = lang();
    let live = RwSignal::new(false);
    Effect::new(move || live.set(true));
    let flaw = flaw_at(typed.why, "signature".to_owned());
    let missing = move || flaw.get().map(|_| w.sign_missing());

    view! {
        <section class="signing" aria-labelledby="signing">
            <h2 id="signing">{w.sign_title()}</h2>
            <TextInput
                name="signed_name"
                label=w.sign_name()
                autocomplete="name"
                value=typed.old("signed_name")
                why=typed.why
            />
            <div hidden=move || !live.get()><Pad/></div>
            <label class="affirm">
                <input type="checkbox" name="affirm" value="yes"/>
                {w.sign_affirm()}
            </label>
            <p class="flaw" role="alert" hidden=move || flaw.get().is_none()>{missing}</p>
        </section>
    }
}

/// What is drawn stands in a hidden input as a picture, and goes with the form.
#[component]
fn Pad() -> impl IntoView {
    let w = lang();
    let canvas = NodeRef::<Canvas>::new();
    let picture = NodeRef::<Input>::new();
    let drawing = RwSignal::new(false);
    let begin = move |event: PointerEvent| {
        let Some(pen) = canvas.get().and_then(|it| pen(&it)) else { return };
        event.prevent_default();
        if let Some(canvas) = canvas.get() {
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
        let (x, y) = place(&event);
        pen.begin_path();
        pen.move_to(x, y);
        drawing.set(true);
    };
    let draw = move |event: PointerEvent| {
        if !drawing.get_untracked() {
            return;
        }
        if let Some(pen) = canvas.get().and_then(|it| pen(&it)) {
            let (x, y) = place(&event);
            pen.line_to(x, y);
            pen.stroke();
        }
    };
    let keep = move |_: PointerEvent| {
        if !drawing.get_untracked() {
            return;
        }
        drawing.set(false);
        if let (Some(canvas), Some(picture)) = (canvas.get(), picture.get()) {
            picture.set_value(&canvas.to_data_url().unwrap_or_default());
        }
    };
    let clear = move |_| {
        if let (Some(canvas), Some(picture)) = (canvas.get(), picture.get()) {
            // A new width empties it.
            canvas.set_width(canvas.width());
            picture.set_value("");
        }
    };

    view! {
        <div class="pad">
            <div class="pad-head">
                <span id="pad">{w.sign_pad()}</span>
                <button type="button" class="button" data-kind="plain" on:click=clear>{w.sign_clear()}</button>
            </div>
            <canvas
                node_ref=canvas
                width="640"
                height="220"
                role="img"
                aria-labelledby="pad"
                on:pointerdown=begin
                on:pointermove=draw
                on:pointerup=keep
                on:pointercancel=keep
            ></canvas>
            <input type="hidden" name="signature" node_ref=picture/>
        </div>
    }
}

/// Black on nothing, on whatever paper: it is printed, too.
fn pen(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    let pen = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    pen.set_line_width(4.0);
    pen.set_line_cap("round");
    pen.set_line_join("round");
    pen.set_stroke_style_str("#1f2328");
    Some(pen)
}

/// The canvas has points of its own, however wide it is shown.
fn place(event: &PointerEvent) -> (f64, f64) {
    let canvas = event.target().and_then(|it| it.dyn_into::<HtmlCanvasElement>().ok());
    let scale = canvas.map_or(1.0, |canvas| {
        let shown = f64::from(canvas.client_width().max(1));
        f64::from(canvas.width()) / shown
    });
    (f64::from(event.offset_x()) * scale, f64::from(event.offset_y()) * scale)
}
