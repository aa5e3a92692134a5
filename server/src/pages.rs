//! The sites of the browser programs, and the server functions all of them call.

use app::ui::document::Program;
use axum::Router;
use axum::extract::Request;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use desk::Desk;
use futures::FutureExt;
use futures::future::BoxFuture;
use leptos::config::LeptosOptions;
use leptos::prelude::{IntoView, provide_context};
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::{
    LeptosRoutes, generate_route_list_with_exclusions, handle_server_fns_with_context,
    render_app_async_with_context,
};

use crate::site::Site;

/// Paths under which it is the workspace that has no such page.
const WORKSPACE: [&str; 3] = ["/desk", "/boards", "/admin"];

pub fn router(site: &Site, desk: &Desk) -> Router {
    // leptos asks for options to find files and addresses, and we tell it both by other ways: a
    // binary that stands alone has no Cargo.toml beside it.
    let options = LeptosOptions::builder().output_name("gongdan").build();
    let context = context(desk);
    let programs = Programs::of(site);
    let portal = shell(programs.portal, app::portal::shell);
    let partner = shell(programs.partner, app::portal::partner::shell);
    let workspace = shell(programs.desk, app::desk::shell);
    let admin = shell(programs.admin, app::desk::admin::shell);
    Router::new()
        .merge(one_site(&options, app::portal::App, &context, portal.clone()))
        .merge(one_site(&options, app::portal::partner::App, &context, partner))
        .merge(one_site(&options, app::desk::App, &context, workspace.clone()))
        .merge(one_site(&options, app::desk::admin::App, &context, admin))
        .route("/sf/{*function}", any(server_function(context.clone())))
        .fallback(move |request: Request| {
            nothing_here(context.clone(), portal.clone(), workspace.clone(), request)
        })
        .with_state(options)
}

/// One for each audience: nobody downloads what only others use.
#[derive(Clone)]
pub struct Programs {
    pub portal: Program,
    pub partner: Program,
    pub desk: Program,
    pub admin: Program,
}

impl Programs {
    pub fn of(site: &Site) -> Self {
        let program = |name: &str| Program {
            script: site.address(&format!("{name}.js")),
            wasm: site.address(&format!("{name}.wasm")),
            style: site.address("main.css"),
        };
        Self {
            portal: program("portal"),
            partner: program("partner"),
            desk: program("desk"),
            admin: program("admin"),
        }
    }
}

/// Fills the context in which pages are rendered and server functions run.
pub trait Context: Fn() + Clone + Send + Sync + 'static {}

impl<F: Fn() + Clone + Send + Sync + 'static> Context for F {}

/// Makes a page, the document around it included.
trait Shell<Page>: Fn() -> Page + Clone + Send + Sync + 'static {}

impl<Page, F: Fn() -> Page + Clone + Send + Sync + 'static> Shell<Page> for F {}

pub fn context(desk: &Desk) -> impl Context + use<> {
    let desk = desk.clone();
    move || {
        provide_context(desk.clone());
        app::ssr::protect_page();
        app::ssr::meet_reader();
    }
}

fn shell<Page: 'static>(program: Program, shell: fn(Program) -> Page) -> impl Shell<Page> {
    move || shell(program.clone())
}

fn one_site<App: IntoView + 'static, Page: IntoView + 'static>(
    options: &LeptosOptions,
    app: impl Fn() -> App + Clone + Send + 'static,
    context: &impl Context,
    shell: impl Shell<Page>,
) -> Router<LeptosOptions> {
    // leptos would mount all server functions with each site, and there are four.
    let functions = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let pages = generate_route_list_with_exclusions(app, Some(functions));
    Router::new().leptos_routes_with_context(options, pages, context.clone(), shell)
}

fn server_function(
    context: impl Context,
) -> impl Fn(Request) -> BoxFuture<'static, Response> + Clone + Send + Sync + 'static {
    move |request| {
        let answer = handle_server_fns_with_context(context.clone(), request);
        async { answer.await.into_response() }.boxed()
    }
}

/// The site whose path it is says so in its own looks.
async fn nothing_here<Portal: IntoView + 'static, Workspace: IntoView + 'static>(
    context: impl Context,
    portal: impl Shell<Portal>,
    workspace: impl Shell<Workspace>,
    request: Request,
) -> Response {
    let page = if in_the_workspace(request.uri()) {
        render_app_async_with_context(context, workspace)(request).await
    } else {
        render_app_async_with_context(context, portal)(request).await
    };
    (StatusCode::NOT_FOUND, page).into_response()
}

/// What partners see has a path of its own.
pub fn at_a_partner(uri: &Uri) -> bool {
    uri.path().starts_with("/p/")
}

pub fn in_the_workspace(uri: &Uri) -> bool {
    WORKSPACE.iter().any(|start| uri.path().starts_with(start))
}
