//! The customer's door: file a ticket, follow it, answer.

pub mod account;
pub mod answer;
pub mod api;
mod draft;
pub mod field;
pub mod filing;
mod frame;
mod here;
mod home;
pub mod key;
mod mine;
mod missing;
pub mod partner;
pub mod photos;
mod post;
pub mod problem;
pub mod progress;
mod recent;
mod shrink;
mod small_form;

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{SsrMode, path};

use self::account::{ForgotPage, PasswordPage, RegisterPage, ResetPage, SignInPage};
use self::filing::FilingPage;
use self::home::HomePage;
use self::mine::MyPage;
use self::missing::Missing;
use self::progress::ProgressPage;
use crate::reader::lang;
use crate::ui::document::{Document, Program, Start, Whole};

/// The document around the portal. It is complete without the program, so that waits until the
/// browser has nothing better to do.
pub fn shell(program: Program) -> impl IntoView {
    view! {
        <Document program start=Start::WhenIdle>
            <App/>
        </Document>
    }
}

/// The map of the portal.
#[component]
pub fn App() -> impl IntoView {
    let product = lang().portal_title();
    view! {
        <Whole title=move |page| titled(page, product)>
            <Router>
                <FlatRoutes fallback=Missing>
                    <Route path=path!("/") view=HomePage ssr=SsrMode::Async/>
                    <Route path=path!("/new") view=FilingPage ssr=SsrMode::Async/>
                    <Route path=path!("/t/:number") view=ProgressPage ssr=SsrMode::Async/>
                    <Route path=path!("/my") view=MyPage ssr=SsrMode::Async/>
                    <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async/>
                    <Route path=path!("/register") view=RegisterPage ssr=SsrMode::Async/>
                    <Route path=path!("/password") view=PasswordPage ssr=SsrMode::Async/>
                    <Route path=path!("/forgot") view=ForgotPage ssr=SsrMode::Async/>
                    <Route path=path!("/reset") view=ResetPage ssr=SsrMode::Async/>
                </FlatRoutes>
            </Router>
        </Whole>
    }
}

/// The title of a page; the first page has only the product's name.
fn titled(page: String, product: &str) -> String {
    if page == product { page } else { format!("{page} · {product}") }
}
