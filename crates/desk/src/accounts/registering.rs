//! A customer opens an account.

use domain::contact::{Email, Phone};
use domain::customer::RequesterKind;
use domain::invalid::{Flaw, Flaws};
use domain::text::Name;
use domain::time::Span;
use store::customers::{self, NewRow};
use store::sessions::Holder;
use store::{Tx, attempts};

use super::{begin_session, passwords};
use crate::error::{DeskError, sound};
use crate::{Desk, NewCustomer, Result, SignedIn};

const WINDOW: Span = Span::minutes(15);
const LIMIT: i64 = 10;

struct Sound {
    name: Name,
    phone: Option<Phone>,
    email: Option<Email>,
}

impl Desk {
    pub async fn register_customer(&self, new: NewCustomer, from: &str) -> Result<SignedIn> {
        let sound = read(&new)?;
        self.allow_registering(from).await?;
        let hash = self.passwords.hash(&new.password).await?;
        let mut tx = self.store.begin().await?;
        refuse_taken(&mut tx, &sound).await?;
        let row = NewRow {
            name: sound.name.as_str(),
            phone: sound.phone.as_ref(),
            email: sound.email.as_ref(),
            kind: RequesterKind::Customer,
            vip: false,
            organization: None,
            password_hash: Some(&hash),
        };
        let now = self.clock.now();
        let customer = customers::insert(&mut tx, row, now).await?;
        let signed_in = begin_session(&mut tx, Holder::Customer(customer), now).await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    async fn allow_registering(&self, from: &str) -> Result<()> {
        let (key, now) = (format!("register:{from}"), self.clock.now());
        let mut tx = self.store.begin().await?;
        let refused = attempts::take(&mut tx, &key, WINDOW, LIMIT, now).await?;
        tx.commit().await?;
        refused.map_or(Ok(()), |again_at| Err(DeskError::TooOften { again_at }))
    }
}

fn read(new: &NewCustomer) -> Result<Sound> {
    let mut flaws = Flaws::default();
    let written = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let name = flaws.take("name", Name::try_from(new.name.as_str()));
    let phone = written(&new.phone).and_then(|it| flaws.take("phone", Phone::try_from(it)));
    let email = written(&new.email).and_then(|it| flaws.take("email", Email::try_from(it)));
    if written(&new.phone).is_none() && written(&new.email).is_none() {
        flaws.add("phone", Flaw::Blank);
    }
    let contacts = [phone.as_ref().map(Phone::as_str), email.as_ref().map(Email::as_str)];
    let contacts: Vec<&str> = contacts.into_iter().flatten().collect();
    if let Err(DeskError::Invalid(more)) = passwords::acceptable(&new.password, &contacts) {
        flaws.0.extend(more.0);
    }
    match name {
        Some(name) if flaws.is_empty() => Ok(Sound { name, phone, email }),
        _ => Err(sound(flaws).err().unwrap_or(DeskError::NotFound)),
    }
}

async fn refuse_taken(tx: &mut Tx, sound: &Sound) -> Result<()> {
    if let Some(phone) = &sound.phone
        && customers::registered_by_phone(tx, phone).await?.is_some()
    {
        return Err(DeskError::invalid("phone", Flaw::Taken));
    }
    if let Some(email) = &sound.email
        && customers::registered_by_email(tx, email).await?.is_some()
    {
        return Err(DeskError::invalid("email", Flaw::Taken));
    }
    Ok(())
}
