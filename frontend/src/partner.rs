//! What partners see in the browser: takes over the page the server has rendered.

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(app::portal::partner::App);
}
