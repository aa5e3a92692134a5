use domain::contact::{Email, Phone};
use domain::id::PartnerId;
use domain::partner::PartnerContact;
use leptos::prelude::*;

use super::Changed;
use crate::desk::api::partners::{add_contact, set_contact_active};
use crate::reader::lang;
use crate::ui::{Button, Chip, Deed, Field, Problem};

/// One of a partner's people.
#[component]
pub fn ContactRow(contact: PartnerContact, changed: Changed) -> impl IntoView {
    let w = lang();
    let deed = Deed::new();
    let PartnerContact { id, name, phone, email, active, .. } = contact;
    let turn = move |_| deed.run(set_contact_active(id, !active), move |()| changed.say());
    let stopped = (!active).then(|| view! { <Chip tone=None>{w.partners_stopped()}</Chip> });

    view! {
        <li>
            <span class="who">
                <b>{name}</b>
                <span class="num">{phone.as_ref().map(|it| Phone::as_str(it).to_owned())}</span>
                <span>{email.as_ref().map(|it| Email::as_str(it).to_owned())}</span>
                {stopped}
            </span>
            <Button kind="quiet" size="small" busy=deed.pending on:click=turn>
                {if active { w.partners_stop() } else { w.partners_resume() }}
            </Button>
            <Problem error=deed.error/>
        </li>
    }
}

#[component]
pub fn AddContact(partner: PartnerId, changed: Changed) -> impl IntoView {
    let w = lang();
    let deed = Deed::new();
    let [name, phone, email] = [(); 3].map(|()| RwSignal::new(String::new()));
    let filled = |text: RwSignal<String>| Some(text.get_untracked()).filter(|it| !it.is_empty());
    let add = move |_| {
        let work = add_contact(partner, name.get_untracked(), filled(phone), filled(email));
        deed.run(work, move |()| changed.say());
    };
    let input = move |key: &'static str,
                      label: &'static str,
                      kind: &'static str,
                      text: RwSignal<String>| {
        view! {
            <Field label name=key error=deed.error>
                <input class="input" name=key type=kind on:input:target=move |event| text.set(event.target().value())/>
            </Field>
        }
    };

    view! {
        <details class="more">
            <summary>{w.partners_new_contact()}</summary>
            <div class="one-line">
                {input("name", w.portal_name(), "text", name)}
                {input("phone", w.portal_phone(), "tel", phone)}
                {input("email", w.portal_email(), "email", email)}
                <Button busy=deed.pending on:click=add>{w.partners_add()}</Button>
            </div>
        </details>
    }
}
