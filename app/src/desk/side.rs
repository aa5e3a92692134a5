//! The context of a ticket, at the right: who asks, what is known, who follows.

mod act_outside;
mod add_thing;
mod calculators;
mod change;
mod customer;
mod field_input;
mod fields;
mod file_link;
mod followers;
mod levels;
mod links;
mod thing;
mod things;

use leptos::prelude::*;

pub use change::Change;
pub use file_link::FileLink;

use super::address;
use super::identity::IdentityPart;
use super::ticket::open;
use crate::reader::lang;
use crate::ui::Icon;
use calculators::Calculators;
use customer::CustomerPart;
use fields::Fields;
use followers::Followers;
use levels::Levels;
use links::Links;
use things::Things;

#[component]
pub fn Side() -> impl IntoView {
    let w = lang();
    let open = open();
    let files = open.part(|page| page.attachments.clone());
    let back = address::here_with("part", None);

    view! {
        <aside class="side" aria-label=w.ticket_details()>
            <a class="button middling" data-kind="quiet" href=back><Icon name="back"/>{w.back()}</a>
            <CustomerPart/>
            <IdentityPart/>
            <Levels/>
            <Fields/>
            <Things/>
            <Calculators/>
            <Followers/>
            <Show when=move || !files.read().is_empty()>
                <section>
                    <h2>{w.side_files()}</h2>
                    <ul class="files">
                        {move || files.get().into_iter().map(|file| view! { <li><FileLink file/></li> }).collect_view()}
                    </ul>
                </section>
            </Show>
            <Links/>
        </aside>
    }
}
