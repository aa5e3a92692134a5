//! Suppliers and merchants, their people, what they may file, and the regions of branches (A-06,
//! C-09, D-30).

mod contacts;
mod opened;
mod territories;

use domain::partner::{PartnerKind, PartnerLine};
use leptos::prelude::*;

use self::contacts::{AddContact, ContactRow};
use self::opened::Opened;
use self::territories::Territories;
use super::AdminPage;
use crate::desk::api::partners::{
    PartnerHouse, create_partner, read_partner_house, set_partner_active,
};
use crate::reader::lang;
use crate::ui::{Button, Chip, Deed, Empty, Field, Problem, Skeleton};

/// Says that something was changed.
#[derive(Clone, Copy)]
struct Changed(RwSignal<u32>);

impl Changed {
    fn say(self) {
        self.0.update(|times| *times += 1);
    }
}

#[component]
pub fn PartnersPage() -> impl IntoView {
    let w = lang();
    let changed = Changed(RwSignal::new(0));
    let house = Resource::new(move || changed.0.get(), |_| read_partner_house());
    let shown = move || {
        Suspend::new(async move {
            match house.await {
                Ok(house) => view! { <House house changed/> }.into_any(),
                Err(error) => view! { <Problem error=Some(error)/> }.into_any(),
            }
        })
    };

    view! {
        <AdminPage title=w.admin_partners() hint=w.admin_partners_hint()>
            <Transition fallback=|| view! { <Skeleton lines=6/> }>{shown}</Transition>
        </AdminPage>
    }
}

#[component]
fn House(house: PartnerHouse, changed: Changed) -> impl IntoView {
    let w = lang();
    let PartnerHouse { partners, tree, opened, departments } = house;
    let none = partners.is_empty();
    let cards = partners.into_iter().map(|line| view! { <Card line changed/> }).collect_view();

    view! {
        <NewPartner changed/>
        {none.then(|| view! { <Empty icon="people" title=w.partners_none()/> })}
        <div class="partner-cards">{cards}</div>
        <Opened tree opened changed/>
        <Territories departments changed/>
    }
}

#[component]
fn NewPartner(changed: Changed) -> impl IntoView {
    let w = lang();
    let deed = Deed::new();
    let (name, kind) = (RwSignal::new(String::new()), RwSignal::new(PartnerKind::Supplier));
    let add = move |_| {
        deed.run(create_partner(kind.get_untracked(), name.get_untracked()), move |()| {
            changed.say();
        });
    };
    let choose = move |value: String| {
        kind.set(PartnerKind::try_from(value).unwrap_or(PartnerKind::Supplier));
    };

    view! {
        <section class="one-line" aria-label=w.partners_new()>
            <Field label=w.partners_kind() name="kind" error=deed.error>
                <select class="input" name="kind" on:change:target=move |event| choose(event.target().value())>
                    <option value=PartnerKind::Supplier.as_str()>{w.partners_supplier()}</option>
                    <option value=PartnerKind::Merchant.as_str()>{w.partners_merchant()}</option>
                </select>
            </Field>
            <Field label=w.partners_name() name="name" error=deed.error>
                <input class="input" name="name" maxlength="80" on:input:target=move |event| name.set(event.target().value())/>
            </Field>
            <Button busy=deed.pending on:click=add>{w.partners_add()}</Button>
        </section>
    }
}

#[component]
fn Card(line: PartnerLine, changed: Changed) -> impl IntoView {
    let w = lang();
    let deed = Deed::new();
    let PartnerLine { partner, contacts } = line;
    let (id, active) = (partner.id, partner.active);
    let turn = move |_| deed.run(set_partner_active(id, !active), move |()| changed.say());
    let kind = match partner.kind {
        PartnerKind::Supplier => w.partners_supplier(),
        PartnerKind::Merchant => w.partners_merchant(),
    };
    let rows = contacts.into_iter().map(|contact| view! { <ContactRow contact changed/> });
    let stopped = (!active).then(|| view! { <Chip tone=None>{w.partners_stopped()}</Chip> });

    view! {
        <section class="partner-card" aria-label=partner.name.clone()>
            <header>
                <h2>{partner.name.clone()}</h2>
                <Chip tone=Some("info")>{kind}</Chip>
                {stopped}
                <Button kind="quiet" size="small" busy=deed.pending on:click=turn>
                    {if active { w.partners_stop() } else { w.partners_resume() }}
                </Button>
            </header>
            <Problem error=deed.error/>
            <ul class="contacts" aria-label=w.partners_contacts()>{rows.collect_view()}</ul>
            <AddContact partner=id changed/>
        </section>
    }
}
