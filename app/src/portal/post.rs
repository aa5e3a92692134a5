//! Sends a form the way a browser would, and waits for the answer.
//!
//! With `XMLHttpRequest`, because `fetch` cannot say how much of an upload has gone.

use js_sys::Promise;
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{FormData, ProgressEvent, XmlHttpRequest};

use super::answer::Answer;
use crate::error::AppError;

/// Nobody knows whether it arrived. The same key makes it safe to send again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost;

const PATIENCE_MS: u32 = 60_000;

/// Sends a form and understands the answer.
pub async fn submit(address: &str, form: &FormData) -> Result<Answer, Lost> {
    let (status, body) = send(address, form, |_| {}).await?;
    Ok(read_answer(status, &body))
}

/// What the server says when it is not our handler that answers.
#[derive(Deserialize)]
struct Problem {
    code: String,
}

fn read_answer(status: u16, body: &str) -> Answer {
    serde_json::from_str(body).unwrap_or_else(|_| {
        let code = serde_json::from_str::<Problem>(body).map(|problem| problem.code);
        Answer::Refused(match (status, code.as_deref()) {
            (403, _) => AppError::Forbidden,
            (404, _) => AppError::NotFound,
            (401, _) => AppError::SignedOut,
            _ => AppError::Ours,
        })
    })
}

/// Sends a form; `gone` hears the percentage that has left.
pub async fn send(
    address: &str,
    form: &FormData,
    gone: impl Fn(u8) + 'static,
) -> Result<(u16, String), Lost> {
    let request = prepare(address).map_err(|_| Lost)?;
    let told = tell(&request, gone).map_err(|_| Lost)?;
    let ended = Promise::new(&mut |done, _| request.set_onloadend(Some(&done)));
    request.send_with_opt_form_data(Some(form)).map_err(|_| Lost)?;
    let _ = JsFuture::from(ended).await;
    drop(told);
    match request.status().unwrap_or_default() {
        // A proxy that cannot reach us speaks for nobody.
        0 | 502..=504 => Err(Lost),
        status => Ok((status, request.response_text().ok().flatten().unwrap_or_default())),
    }
}

fn prepare(address: &str) -> Result<XmlHttpRequest, JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open_with_async("POST", address, true)?;
    request.set_request_header("accept", "application/json")?;
    request.set_timeout(PATIENCE_MS);
    Ok(request)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a percentage lies between 0 and 100"
)]
fn tell(
    request: &XmlHttpRequest,
    gone: impl Fn(u8) + 'static,
) -> Result<Closure<dyn FnMut(ProgressEvent)>, JsValue> {
    let told = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.total() > 0.0 {
            gone((event.loaded() / event.total() * 100.0) as u8);
        }
    });
    request.upload()?.set_onprogress(Some(told.as_ref().unchecked_ref()));
    Ok(told)
}
