//! The agent's door: worklist, ticket, boards.

mod address;
pub mod admin;
pub mod api;
mod boards;
pub mod case_file;
mod choices;
mod composer;
mod customers;
mod field_file;
mod frame;
mod handing_over;
mod identity;
mod keys;
mod list;
pub mod narrow;
mod new;
mod new_field;
mod new_order;
mod palette;
mod people;
mod pick_time;
mod rail;
mod refusals;
mod region;
mod session;
mod side;
mod sign_in;
mod ticket;
mod upload;
mod workspace;

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{SsrMode, path};

use crate::reader::lang;
use crate::ui::document::{Document, Program, Start, Whole};
use crate::ui::not_found::NotFound;

/// The document around the workspace. An agent works with it all day: the program loads at once.
pub fn shell(program: Program) -> impl IntoView {
    view! {
        <Document program start=Start::AtOnce>
            <App/>
        </Document>
    }
}

/// The map of the workspace. The list stays as it is while tickets beside it change.
#[component]
pub fn App() -> impl IntoView {
    let product = lang().product();

    view! {
        <Whole title=move |page| format!("{page} · {product}")>
            <Router>
                <Routes fallback=NotFound>
                    <Route path=path!("/desk/sign-in") view=sign_in::SignInPage ssr=SsrMode::Async/>
                    <ParentRoute path=path!("") view=frame::Frame ssr=SsrMode::Async>
                        <Route path=path!("/boards") view=boards::BoardPage/>
                        <Route path=path!("/boards/steps") view=boards::StepsPage/>
                        <Route path=path!("/boards/supervisions") view=boards::SupervisionsPage/>
                        <Route path=path!("/desk/tasks") view=narrow::TasksPage/>
                        <Route path=path!("/desk/tasks/:task") view=narrow::TaskPage/>
                        <Route path=path!("/desk/customers") view=customers::CustomersPage/>
                        <Route path=path!("/desk/t/:number/case") view=case_file::CaseFilePage/>
                        <ParentRoute path=path!("/desk") view=workspace::Workspace>
                            <Route path=path!("") view=workspace::NothingOpen/>
                            <Route path=path!("/new") view=new::NewPage/>
                            <Route path=path!("/t/:number") view=ticket::TicketPane/>
                        </ParentRoute>
                    </ParentRoute>
                </Routes>
            </Router>
        </Whole>
    }
}
