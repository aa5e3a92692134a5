//! Keeping the list of partners and their people, and what is open to them.

use domain::actor::{Actor, Permission};
use domain::channel::Channel;
use domain::contact::{Email, Phone};
use domain::id::{CategoryId, ContactId, PartnerId};
use domain::invalid::{Flaw, Flaws};
use domain::partner::{PartnerKind, PartnerLine};
use domain::text::Name;
use store::catalogue::{categories, channels};
use store::sessions::{self, Holder};
use store::{partner_contacts, partners};

use crate::error::{allow, sound};
use crate::{Desk, DeskError, NewContact, Result};

impl Desk {
    pub async fn partners(&self, actor: &Actor) -> Result<Vec<PartnerLine>> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.read().await?;
        let contacts = partner_contacts::all(&mut tx).await?;
        let all = partners::all(&mut tx).await?;
        let line = |partner: domain::partner::Partner| PartnerLine {
            contacts: contacts.iter().filter(|it| it.partner == partner.id).cloned().collect(),
            partner,
        };
        Ok(all.into_iter().map(line).collect())
    }

    pub async fn create_partner(
        &self,
        actor: &Actor,
        kind: PartnerKind,
        name: &str,
    ) -> Result<PartnerId> {
        allow(actor.may_ever(Permission::Administer))?;
        let name = Name::try_from(name).map_err(|flaw| DeskError::invalid("name", flaw))?;
        let mut tx = self.store.begin().await?;
        if partners::called(&mut tx, name.as_str()).await?.is_some() {
            return Err(DeskError::invalid("name", Flaw::Taken));
        }
        let id = partners::insert(&mut tx, kind, name.as_str()).await?;
        tx.commit().await?;
        Ok(id)
    }

    pub async fn add_contact(&self, actor: &Actor, new: NewContact) -> Result<ContactId> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut flaws = Flaws::default();
        let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let name = flaws.take("name", Name::try_from(new.name));
        let phone = filled(new.phone).and_then(|it| flaws.take("phone", Phone::try_from(it)));
        let email = filled(new.email).and_then(|it| flaws.take("email", Email::try_from(it)));
        if phone.is_none() && email.is_none() && flaws.is_empty() {
            flaws.add("phone", Flaw::Blank);
        }
        sound(flaws)?;
        let mut tx = self.store.begin().await?;
        let partner = new.partner.unwrap_or(PartnerId(0));
        if partners::find(&mut tx, partner).await?.is_none() {
            return Err(DeskError::invalid("partner", Flaw::Unknown));
        }
        let name = name.map(String::from).unwrap_or_default();
        let (phone, email) = (phone.as_ref(), email.as_ref());
        let row = partner_contacts::NewRow { partner, name: &name, phone, email };
        let id = partner_contacts::insert(&mut tx, row).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// One that is not active is asked nothing new, and its people come in no more.
    pub async fn set_partner_active(
        &self,
        actor: &Actor,
        partner: PartnerId,
        active: bool,
    ) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.begin().await?;
        partners::find(&mut tx, partner).await?.ok_or(DeskError::NotFound)?;
        partners::set_active(&mut tx, partner, active).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whoever has left is out at once.
    pub async fn set_contact_active(
        &self,
        actor: &Actor,
        contact: ContactId,
        active: bool,
    ) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        let mut tx = self.store.begin().await?;
        partner_contacts::set_active(&mut tx, contact, active).await?;
        sessions::delete_all_of(&mut tx, Holder::Contact(contact)).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What partners may file, branches or leaves; nothing, when nothing is named.
    pub async fn open_to_partners(&self, actor: &Actor, open: &[CategoryId]) -> Result<()> {
        allow(actor.may_ever(Permission::Administer))?;
        self.open_channel(Channel::PARTNER, open).await
    }

    /// From now on a channel offers these, branches or leaves, and nothing else.
    pub(crate) async fn open_channel(&self, key: &str, open: &[CategoryId]) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let tree = categories::tree(&mut tx).await?;
        if open.iter().any(|id| tree.get(*id).is_none()) {
            return Err(DeskError::invalid("categories", Flaw::Unknown));
        }
        let channel = channels::by_key(&mut tx, key).await?;
        let channel = channel.ok_or(DeskError::NotFound)?.id;
        channels::shut(&mut tx, channel).await?;
        for category in open {
            channels::open_to(&mut tx, channel, *category).await?;
        }
        tx.commit().await?;
        self.remembered.forget();
        Ok(())
    }

    /// What [`Desk::open_to_partners`] opened.
    pub async fn opened_to_partners(&self, actor: &Actor) -> Result<Vec<CategoryId>> {
        allow(actor.may_ever(Permission::Administer))?;
        let catalogue = self.catalogue().await?;
        Ok(catalogue.channel(Channel::PARTNER)?.categories.clone())
    }
}
