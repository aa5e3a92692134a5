//! The two sites of the browser programs, and the server functions both call.

use app::ui::document::Program;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use leptos::config::LeptosOptions;
use leptos::prelude::IntoView;
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::{
    LeptosRoutes, generate_route_list_with_exclusions, handle_server_fns_with_context,
    render_app_async_with_context,
};

use crate::site::Site;

/// Paths under which it is the workspace that has no such page.
const WORKSPACE: [&str; 3] = ["/desk", "/boards", "/admin"];

pub fn router(site: &Site) -> Router {
    // leptos asks for options to find files and addresses, and we tell it both by other ways: a
    // binary that stands alone has no Cargo.toml beside it.
    let options = LeptosOptions::builder().output_name("gongdan").build();
    let (portal, desk) = (program(site, "portal"), program(site, "desk"));
    Router::new()
        .merge(one_site(&options, app::portal::App, shell(&portal, app::portal::shell)))
        .merge(one_site(&options, app::desk::App, shell(&desk, app::desk::shell)))
        .route("/sf/{*function}", any(server_function))
        .fallback(move |request: Request| nothing_here(portal.clone(), desk.clone(), request))
        .with_state(options)
}

fn one_site<App, Page>(
    options: &LeptosOptions,
    app: impl Fn() -> App + Clone + Send + 'static,
    shell: impl Fn() -> Page + Clone + Send + Sync + 'static,
) -> Router<LeptosOptions>
where
    App: IntoView + 'static,
    Page: IntoView + 'static,
{
    // leptos would mount all server functions with each site, and there are two.
    let functions = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let pages = generate_route_list_with_exclusions(app, Some(functions));
    Router::new().leptos_routes_with_context(options, pages, context, shell)
}

/// What pages and server functions find in their context.
fn context() {
    app::ssr::protect_page();
    app::ssr::meet_reader();
}

async fn server_function(request: Request) -> impl IntoResponse {
    handle_server_fns_with_context(context, request).await
}

/// The site whose path it is says so in its own looks.
async fn nothing_here(portal: Program, desk: Program, request: Request<Body>) -> Response {
    let page = if in_the_workspace(request.uri()) {
        render_app_async_with_context(context, shell(&desk, app::desk::shell))(request).await
    } else {
        render_app_async_with_context(context, shell(&portal, app::portal::shell))(request).await
    };
    (StatusCode::NOT_FOUND, page).into_response()
}

fn in_the_workspace(uri: &Uri) -> bool {
    WORKSPACE.iter().any(|start| uri.path().starts_with(start))
}

fn shell<Page>(
    program: &Program,
    shell: fn(Program) -> Page,
) -> impl Fn() -> Page + Clone + Send + Sync + 'static + use<Page>
where
    Page: 'static,
{
    let program = program.clone();
    move || shell(program.clone())
}

fn program(site: &Site, name: &str) -> Program {
    Program {
        script: site.address(&format!("{name}.js")),
        wasm: site.address(&format!("{name}.wasm")),
        style: site.address("main.css"),
    }
}
