//! What stands around every page of the portal: who we are, my tickets, the language.

use leptos::prelude::*;

use crate::reader::lang;
use crate::words::Lang;

#[component]
pub fn Frame(#[prop(optional)] kind: &'static str, children: Children) -> impl IntoView {
    let w = lang();
    view! {
        <div class=format!("portal {kind}")>
            <a class="skip" href="#main">{w.skip_to_content()}</a>
            <header class="portal-bar">
                <div>
                    <a class="brand" href="/">
                        <img src="/assets/icon.svg" alt="" width="22" height="22"/>
                        {w.portal_title()}
                    </a>
                    <nav aria-label=w.portal_mine()>
                        <a href="/my">{w.portal_mine()}</a>
                    </nav>
                </div>
            </header>
            <main class="portal-main" id="main" tabindex="-1">{children()}</main>
            <footer class="portal-foot">
                <div>
                    <span>{w.portal_promise()}</span>
                    <Languages/>
                </div>
            </footer>
        </div>
    }
}

/// Plain links, answered by the server: they lead out of the program, which speaks one language.
#[component]
fn Languages() -> impl IntoView {
    let now = lang();
    let each = move |one: Lang| {
        view! {
            <li>
                <a
                    href=format!("/speak/{}", one.tag())
                    rel="external nofollow"
                    lang=one.tag()
                    aria-current=(one == now).then_some("true")
                >
                    {one.own_name()}
                </a>
            </li>
        }
    };
    view! { <ul aria-label=now.language()>{Lang::ALL.map(each).collect_view()}</ul> }
}
