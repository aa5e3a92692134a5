//! The HTML document around a page, and how the browser starts the page's program.
//!
//! leptos brings `HydrationScripts` for this, but it looks for the hashed names in a file beside
//! the server's binary, and ours are inside it.

use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::{MetaTags, Title, provide_meta_context};

use crate::reader::{Reader, reader, start_clock};

/// The addresses of a browser program's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    pub script: String,
    pub wasm: String,
    pub style: String,
}

/// When the browser starts the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// With the page itself.
    AtOnce,
    /// After the page is painted and the network is quiet: nothing a customer reads waits for it.
    WhenIdle,
}

#[component]
pub fn Document(program: Program, start: Start, children: Children) -> impl IntoView {
    let Reader { lang, theme, offset, now } = reader();
    let (script, style) = (start_script(&program, start), program.style.clone());
    view! {
        <!DOCTYPE html>
        <html
            lang=lang.tag()
            data-theme=theme.as_str()
            data-offset=offset.to_string()
            data-now=now.0.to_string()
        >
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
                <meta name="color-scheme" content="light dark"/>
                <link rel="icon" type="image/svg+xml" href="/assets/icon.svg"/>
                <link rel="manifest" href="/assets/site.webmanifest"/>
                <link rel="stylesheet" href=style/>
                <Hints program start/>
                <script type="module" nonce=use_nonce()>{script}</script>
                <MetaTags/>
            </head>
            <body>{children()}</body>
        </html>
    }
}

/// What every program's map begins with: titles, which `title` makes of a page's own, and the clock.
#[component]
pub fn Whole(
    title: impl Fn(String) -> String + Send + Sync + 'static,
    children: Children,
) -> impl IntoView {
    provide_meta_context();
    start_clock();
    view! {
        <Title formatter=title/>
        {children()}
    }
}

/// Lets the browser fetch the program beside the page, where it is wanted at once.
#[component]
fn Hints(program: Program, start: Start) -> impl IntoView {
    (start == Start::AtOnce).then(|| {
        view! {
            <link rel="modulepreload" href=program.script/>
            <link
                rel="preload"
                href=program.wasm
                r#as="fetch"
                r#type="application/wasm"
                crossorigin="anonymous"
            />
        }
    })
}

fn start_script(program: &Program, start: Start) -> String {
    let Program { script, wasm, .. } = program;
    // The mark tells style sheets and tests that the page is alive.
    let run = format!(
        "import({script:?}).then(it=>it.default({{module_or_path:{wasm:?}}}))\
         .then(()=>document.documentElement.dataset.running=\"\")"
    );
    match start {
        Start::AtOnce => run,
        Start::WhenIdle => format!(
            "const run=()=>{run};\
             const rest=()=>\"requestIdleCallback\"in window?requestIdleCallback(run,{{timeout:2000}}):run();\
             document.readyState===\"complete\"?rest():addEventListener(\"load\",rest)"
        ),
    }
}
