//! An event that becomes a ticket.

use domain::channel::Channel;
use domain::connector::Connector;
use domain::connector::inbound::{Draft, Taken, TakenAs, Who};
use domain::page::Filing;
use domain::template::{Particulars, Template};

use super::filled;
use crate::Result;
use crate::work::Work;

impl Work<'_> {
    pub(super) async fn file_told(
        &mut self,
        connector: &Connector,
        draft: &Draft,
        data: &Particulars,
    ) -> Result<Taken> {
        let catalogue = self.catalogue.clone();
        let channel = connector.channel.as_deref().unwrap_or(Channel::API);
        let channel = catalogue.channel(channel)?;

        let ticket = self.file_one(channel, filing(draft, data)?).await?;
        for about in &draft.about {
            let number = filled("about", about.number.fill(data))?;
            self.is_about(ticket.id, about.kind, &number).await?;
        }
        Ok(Taken { outcome: TakenAs::Created, tickets: vec![ticket.id.number()] })
    }
}

/// A field that stays empty is left to the form, which says whether it may.
fn filing(draft: &Draft, data: &Particulars) -> Result<Filing> {
    let Draft { category, subject, description, fields, customer, about: _ } = draft;
    let Who { name, phone, email } = customer;
    let optional = |template: &Option<Template>| {
        template.as_ref().and_then(|template| template.fill(data).ok())
    };
    let fields = fields
        .iter()
        .filter_map(|(key, template)| template.fill(data).ok().map(|value| (key.clone(), value)));
    Ok(Filing {
        path: category.clone(),
        subject: Some(filled("subject", subject.fill(data))?),
        description: filled("description", description.fill(data))?,
        fields: fields.collect(),
        name: Some(filled("customer.name", name.fill(data))?),
        phone: optional(phone),
        email: optional(email),
        ..Filing::default()
    })
}
