//! The rail at the edge: where one can go, and who one is. On a phone it is the bar at the foot.

mod me;

use domain::actor::Permission;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};
use leptos_router::location::Location;

use me::MeMenu;

use super::keys::Command;
use super::session::session;
use crate::live::live;
use crate::reader::lang;
use crate::ui::Icon;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Area {
    Work,
    Views,
    Customers,
    Boards,
    Admin,
    Answers,
}

#[component]
pub fn Rail() -> impl IntoView {
    let w = lang();
    let at = area();
    let lost = live().lost();
    let session = session();
    let link = move |area: Area, href: &'static str, icon: &'static str, label: &'static str| {
        let current = move || (at.get() == area).then_some("page");
        let rel = move || leads_out(at.get(), area);
        view! { <a href=href rel=rel aria-current=current><Icon name=icon/><span>{label}</span></a> }
    };

    view! {
        <nav class="rail" aria-label=w.rail_label()>
            <a class="logo" href="/desk" rel=move || leads_out(at.get(), Area::Work) aria-label=w.product()>"工"</a>
            <Transition>
                {move || if session.may(Permission::ReadTickets) {
                    view! {
                        {link(Area::Work, "/desk", "list", w.rail_work())}
                        {link(Area::Views, "/desk?view=live", "views", w.rail_views())}
                        {link(Area::Customers, "/desk/customers", "people", w.rail_customers())}
                    }
                    .into_any()
                } else {
                    // Who may see no tickets answers what they are asked.
                    link(Area::Answers, "/desk/tasks", "hand", w.narrow_tasks()).into_any()
                }}
                {move || session.may(Permission::ReadBoards).then(|| {
                    link(Area::Boards, "/boards", "chart", w.rail_boards())
                })}
                {move || session.may(Permission::Administer).then(|| {
                    link(Area::Admin, "/admin", "gear", w.rail_admin())
                })}
            </Transition>
            <span class="gap"></span>
            <span class="lost" role="status" title=w.rail_lost()>
                <Show when=move || lost.get()>
                    <Icon name="lost"/>
                    <span>{w.rail_lost()}</span>
                </Show>
            </span>
            <MeMenu/>
        </nav>
    }
}

fn area() -> Memo<Area> {
    let Location { pathname, .. } = use_location();
    let query = use_query_map();
    Memo::new(move |_| match pathname.read().as_str() {
        path if path.starts_with("/boards") => Area::Boards,
        "/desk/customers" => Area::Customers,
        path if path.starts_with("/desk/tasks") => Area::Answers,
        path if path.starts_with("/admin") => Area::Admin,
        _ if query.read().get("number").is_some() => Area::Boards,
        _ if query.read().get("view").is_some() || query.read().get("q").is_some() => Area::Views,
        _ => Area::Work,
    })
}

/// The administrator's door is a program of its own: the browser follows the link by itself, and
/// keeps the page until the other is there.
fn leads_out(at: Area, to: Area) -> Option<&'static str> {
    ((at == Area::Admin) != (to == Area::Admin)).then_some("external")
}

/// The key that shows all keys.
const HELP: Command = Command::Help;
