//! How a browser program calls a server function.
//!
//! leptos brings a way of its own, and writes it out once more for every function. Here all of
//! them go through one request, and read their answers with the reader that also reads what came
//! with the page: both programs are a good deal smaller for it.

use std::future::Future;

use http::Method;
use leptos::__reexports::send_wrapper::SendWrapper;
use leptos::server_fn::client::Client;
use leptos::server_fn::codec;
use leptos::server_fn::server::Server;
use leptos::server_fn::{Http, Protocol};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::AppError;

/// JSON there and back: `#[server(protocol = Json)]`. Functions that are also posted to by a plain
/// form, or that send the browser elsewhere, keep to what leptos brings.
pub struct Json;

/// What the server does with a call is what leptos does.
type OnServer = Http<codec::Json, codec::Json>;

impl<Input, Output, C, S> Protocol<Input, Output, C, S, AppError> for Json
where
    Input: Serialize + Send,
    Output: DeserializeOwned + Send,
    C: Client<AppError>,
    S: Server<AppError>,
    OnServer: Protocol<Input, Output, C, S, AppError>,
{
    const METHOD: Method = Method::POST;

    fn run_server<F, Answer>(
        request: S::Request,
        function: F,
    ) -> impl Future<Output = Result<S::Response, AppError>> + Send
    where
        F: Fn(Input) -> Answer + Send,
        Answer: Future<Output = Result<Output, AppError>> + Send,
    {
        OnServer::run_server(request, function)
    }

    async fn run_client(path: &str, input: Input) -> Result<Output, AppError> {
        let question = serde_json::to_string(&input);
        let answer = post(path, question).await?;
        serde_json::from_str(&answer).map_err(|_| AppError::Unreachable)
    }
}

/// The answer's text. Not generic over the function: this is what is there once.
///
/// A call goes on when nobody waits for its answer any more, as a form that is sent does.
fn post(
    path: &str,
    question: serde_json::Result<String>,
) -> impl Future<Output = Result<String, AppError>> + Send + use<> {
    let asked = question.map_err(|_| AppError::Unreachable).and_then(|question| {
        gloo::net::http::Request::post(path)
            .header("accept", JSON)
            .header("content-type", JSON)
            .body(question)
            .map_err(|_| AppError::Unreachable)
    });
    // A browser has one thread; leptos asks for futures that could go to another.
    SendWrapper::new(async move {
        let answer = asked?.send().await.map_err(|_| AppError::Unreachable)?;
        let text = answer.text().await.map_err(|_| AppError::Unreachable)?;
        if answer.status() >= 400 {
            return Err(serde_json::from_str(&text).unwrap_or(AppError::Unreachable));
        }
        Ok(text)
    })
}

const JSON: &str = "application/json";
