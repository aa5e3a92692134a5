use domain::actor::Permission;
use domain::page::LinkView;
use leptos::prelude::*;

use crate::desk::api::acting::unlink;
use crate::desk::ticket::open;
use crate::reader::lang;
use crate::ui::{Deed, Icon, Problem};

/// Tickets that belong to this one.
#[component]
pub fn Links() -> impl IntoView {
    let w = lang();
    let links = open().part(|page| page.links.clone());

    view! {
        <Show when=move || !links.read().is_empty()>
            <section>
                <h2>{w.side_links()}</h2>
                <ul>
                    <For each=move || links.get() key=|it| (it.number, it.kind.as_str(), it.inward, it.state.as_str()) let:link>
                        <OneLink link/>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn OneLink(link: LinkView) -> impl IntoView {
    let w = lang();
    let open = open();
    let deed = Deed::new();
    let may = open.may(Permission::Arrange);
    let (from, to) =
        if link.inward { (link.number, open.number) } else { (open.number, link.number) };
    let kind = link.kind;
    let cut = move |_| open.act(deed, unlink(from, to, kind), |()| ());

    view! {
        <li class="old">
            <a href=format!("/desk/t/{}", link.number)>{link.subject.clone()}</a>
            <small class="num">
                {w.link(kind, link.inward)} " · " {link.number.to_string()} " · " {w.state(link.state)}
            </small>
            <Show when=move || may.get()>
                <button type="button" class="quiet-act" aria-label=w.act_unlink() on:click=cut><Icon name="x"/></button>
            </Show>
            <Problem error=deed.error/>
        </li>
    }
}
