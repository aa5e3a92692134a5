//! Filing a ticket, through whatever door.

use domain::actor::{Actor, Permission};
use domain::business::RefKind;
use domain::category::{Category, Leaf};
use domain::channel::Channel;
use domain::contact::{Email, Phone};
use domain::customer::{Contact, Customer, Region};
use domain::due::Clocks;
use domain::event::What;
use domain::field::{Field, FieldValue, read_form};
use domain::id::{AttachmentId, CategoryId, CustomerId, FieldId, TicketId};
use domain::invalid::{Flaw, Flaws};
use domain::message::{Author, MessageKind};
use domain::page::{Filed, Filing};
use domain::priority::Priority;
use domain::state::TicketState;
use domain::text::{Body, Name, Subject};
use domain::ticket::{Ticket, Trigger};
use domain::time::Span;
use store::customers;
use store::messages::NewMessage;

use crate::error::sound;
use crate::flows::Hand;
use crate::once::{Once, fingerprint};
use crate::remembered::Catalogue;
use crate::work::{Case, Work};
use crate::{Desk, DeskError, Result};

/// A visitor proves nothing, so an address files only so often.
const VISITOR_LIMIT: i64 = 20;
const VISITOR_WINDOW: Span = Span::minutes(10);

/// A filing whose every word is sound.
struct Sound {
    category: CategoryId,
    leaf: Leaf,
    subject: Subject,
    body: Body,
    contact: Contact,
    priority: Option<Priority>,
    values: Vec<(FieldId, FieldValue)>,
    attachments: Vec<AttachmentId>,
    upload_keys: Vec<String>,
}

impl Desk {
    /// `channel` is a [`domain::channel::Channel`] key. All flaws of the form are answered at once.
    pub async fn file(&self, actor: &Actor, channel: &str, filing: Filing) -> Result<Filed> {
        crate::error::allow(actor.may_ever(Permission::CreateTickets))?;
        // Partners have a door of their own, and it leads no further than it says.
        crate::error::allow(actor.partner().is_none() || channel == Channel::PARTNER)?;
        match self.try_to_file(actor, channel, filing.clone()).await {
            // Another request with the same key was faster; by now its answer is there.
            Err(DeskError::Conflict) => self.try_to_file(actor, channel, filing).await,
            outcome => outcome,
        }
    }

    async fn try_to_file(&self, actor: &Actor, channel: &str, filing: Filing) -> Result<Filed> {
        let once = filing.idempotency_key.clone().map(|key| Once {
            whose: Once::whose(actor),
            key,
            request: fingerprint(&Filing { idempotency_key: None, ..filing.clone() }),
        });
        let mut work = self.work(actor).await?;
        if let Some(known) = work.done_before(once.as_ref()).await? {
            let ticket = work.case_done(known.ticket).await?;
            return Ok(self.filed(&ticket, true));
        }
        let catalogue = work.catalogue.clone();
        let unknown = |_| DeskError::invalid("channel", Flaw::Unknown);
        let channel = catalogue.channel(channel).map_err(unknown)?;
        let ticket = work.file_one(channel, filing).await?;
        work.remember(once.as_ref(), ticket.id, None).await?;
        work.commit().await?;
        Ok(self.filed(&ticket, false))
    }

    /// Counts a visitor's filing against their address.
    pub async fn visitor_may_file(&self, from: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let now = self.clock.now();
        let key = format!("file:{from}");
        let again =
            store::attempts::take(&mut tx, &key, VISITOR_WINDOW, VISITOR_LIMIT, now).await?;
        tx.commit().await?;
        again.map_or(Ok(()), |again_at| Err(DeskError::TooOften { again_at }))
    }

    fn filed(&self, ticket: &Ticket, again: bool) -> Filed {
        let key = self.sign_link(ticket.id, ticket.requester);
        let number = ticket.id.number();
        Filed { number, state: ticket.state, link: format!("/t/{number}?k={key}"), again }
    }
}

/// Reads a filing as its form demands, or gathers everything that is wrong with it.
fn read(catalogue: &Catalogue, channel: &Channel, actor: &Actor, filing: Filing) -> Result<Sound> {
    let mut flaws = Flaws::default();
    let leaf = flaws.take("category", leaf(catalogue, channel, &filing));
    let body = flaws.take("description", Body::try_from(filing.description));
    let subject = match (filing.subject.filter(|text| !text.trim().is_empty()), &body) {
        (Some(subject), _) => flaws.take("subject", Subject::try_from(subject)),
        (None, Some(body)) => Some(Subject::from_body(body)),
        (None, None) => None,
    };
    let contact = contact(actor, filing.name, filing.phone, filing.email, &mut flaws);
    let values = match &leaf {
        Some((category, _)) if !is_the_least(channel, &filing.fields) => {
            values(catalogue.form(*category), &filing.fields, &mut flaws)
        }
        _ => Vec::new(),
    };
    sound(flaws)?;
    match (leaf, subject, body) {
        (Some((category, leaf)), Some(subject), Some(body)) => Ok(Sound {
            category,
            leaf,
            subject,
            body,
            contact,
            priority: filing.priority,
            values,
            attachments: filing.attachments,
            upload_keys: filing.upload_keys,
        }),
        _ => Err(DeskError::invalid("category", Flaw::Blank)),
    }
}

/// A program that knows no form says what, about what, and for whom; what is missing is asked
/// for by whoever handles it. One that sends a form sends it whole, as people do.
fn is_the_least(channel: &Channel, sent: &[(String, String)]) -> bool {
    matches!(channel.key.as_str(), Channel::API | Channel::PARTNER) && sent.is_empty()
}

fn values(
    form: &[Field],
    sent: &[(String, String)],
    flaws: &mut Flaws,
) -> Vec<(FieldId, FieldValue)> {
    let named = |field: &Field, name: &str| name == field.key || name == field.id.to_string();
    for (name, _) in sent {
        if !form.iter().any(|field| named(field, name)) {
            flaws.add(format!("fields.{name}"), Flaw::Unknown);
        }
    }
    let text_of = |field: &Field| {
        sent.iter().find(|(name, _)| named(field, name)).map(|(_, text)| text.clone())
    };
    read_form(form, text_of, flaws)
}

fn leaf(
    catalogue: &Catalogue,
    channel: &Channel,
    filing: &Filing,
) -> Result<(CategoryId, Leaf), Flaw> {
    let named: Option<&Category> = match filing.category {
        Some(id) => Some(catalogue.tree.get(id).ok_or(Flaw::Unknown)?),
        None if filing.path.is_empty() => None,
        None => Some(catalogue.tree.find_path(&filing.path).ok_or(Flaw::Unknown)?),
    };
    let category = named.ok_or(Flaw::Blank)?;
    let leaf = category.leaf.ok_or(Flaw::NotAChoice)?;
    if catalogue.offers(channel, category.id) {
        Ok((category.id, leaf))
    } else {
        Err(Flaw::NotOffered)
    }
}

/// Somebody has to be reachable, unless we know them already.
fn contact(
    actor: &Actor,
    name: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    flaws: &mut Flaws,
) -> Contact {
    let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let (name, phone, email) = (filled(name), filled(phone), filled(email));
    let known = actor.customer().is_some() || actor.partner().is_some();
    if !known && phone.is_none() && email.is_none() {
        flaws.add("phone", Flaw::Blank);
    }
    Contact {
        name: name.and_then(|text| flaws.take("name", Name::try_from(text))).map(String::from),
        phone: phone.and_then(|text| flaws.take("phone", Phone::try_from(text))),
        email: email.and_then(|text| flaws.take("email", Email::try_from(text))),
    }
}

impl Work<'_> {
    /// Everything a filing does, but for the key it came with.
    pub(crate) async fn file_one(&mut self, channel: &Channel, filing: Filing) -> Result<Ticket> {
        let catalogue = self.catalogue.clone();
        let filing = read(&catalogue, channel, self.actor, filing)?;
        let requester = self.requester(&filing.contact).await?;
        self.open(channel, requester, filing).await
    }

    /// Who asks: the one who is signed in, or whoever the contact names. A visitor's word does not
    /// make them somebody who has registered.
    async fn requester(&mut self, contact: &Contact) -> Result<Customer> {
        if let Some(id) = self.actor.customer() {
            return customers::find(&mut self.tx, id).await?.ok_or(DeskError::NotFound);
        }
        if let Actor::Partner(partner) = self.actor {
            return self.customer_of(partner.contact).await;
        }
        let known = match self.actor {
            Actor::Visitor => customers::by_contact(&mut self.tx, contact).await?,
            _ => customers::anyone_by_contact(&mut self.tx, contact).await?,
        };
        match known {
            Some(customer) => Ok(customer),
            None => self.new_customer(contact).await,
        }
    }

    async fn new_customer(&mut self, contact: &Contact) -> Result<Customer> {
        let reachable = contact
            .phone
            .as_ref()
            .map(Phone::masked)
            .or_else(|| contact.email.as_ref().map(|email| email.as_str().to_owned()));
        let name = contact.name.clone().or(reachable).unwrap_or_default();
        let (phone, email) = (contact.phone.as_ref(), contact.email.as_ref());
        let row = customers::NewRow::unregistered(&name, phone, email);
        let id = customers::insert(&mut self.tx, row, self.now).await?;
        customers::find(&mut self.tx, id).await?.ok_or(DeskError::NotFound)
    }

    async fn open(
        &mut self,
        channel: &Channel,
        requester: Customer,
        filing: Sound,
    ) -> Result<Ticket> {
        let ticket = self.new_ticket(channel, requester.id, &filing)?;
        let mut case = self.create(ticket).await?;
        let id = case.ticket.id;
        let also = found_by(&case.ticket, &requester, &filing.values);
        let message = NewMessage {
            ticket: id,
            author: Author::Customer(requester.id),
            kind: MessageKind::PublicReply,
            body: &filing.body,
            at: self.now,
            also: &also,
        };
        let message = store::messages::insert(&mut self.tx, &message).await?;
        let form = self.catalogue.form(filing.category);
        let region = form.iter().find(|field| field.key == Region::FIELD).map(|field| field.id);
        for (_, value) in &filing.values {
            if let FieldValue::Order(number) = value {
                self.is_about(id, RefKind::Order, number).await?;
            }
        }
        for (field, value) in &filing.values {
            store::field_values::set(&mut self.tx, id, *field, Some(value)).await?;
            if Some(*field) == region {
                self.keep_region(requester.id, value.to_text()).await?;
            }
            self.attach_value(id, Some(message), (*field, value), &filing.upload_keys).await?;
        }
        let files: Vec<AttachmentId> = besides_fields(&filing).collect();
        self.attach(id, message, &files, &filing.upload_keys).await?;
        let (channel, category) = (channel.id, filing.category);
        self.record(id, What::TicketCreated { channel, category, message });
        self.start(&mut case).await?;
        self.save(case).await
    }

    /// Where a form says somebody lives is where they live, unless that is known already: a
    /// relative's address moves nobody.
    pub(crate) async fn keep_region(&mut self, requester: CustomerId, said: String) -> Result<()> {
        let known = customers::region(&mut self.tx, requester).await?;
        let Ok(region) = Region::try_from(said) else { return Ok(()) };
        if known.is_some() {
            return Ok(());
        }
        Ok(customers::set_region(&mut self.tx, requester, Some(&region)).await?)
    }

    fn new_ticket(
        &self,
        channel: &Channel,
        requester: CustomerId,
        filing: &Sound,
    ) -> Result<Ticket> {
        let Leaf { group, targets, urgency, importance, people_only: _ } = filing.leaf;
        let flow = self.catalogue.flow_of.get(&filing.category).copied();
        Ok(Ticket {
            id: TicketId(0),
            subject: filing.subject.clone(),
            category: filing.category,
            channel: channel.id,
            trigger: if channel.is_a_program() { Trigger::System } else { self.trigger() },
            requester,
            owner: None,
            group,
            department: self.catalogue.group(group)?.department,
            flow: flow.ok_or(DeskError::NotFound)?,
            state: TicketState::Submitted,
            urgency,
            importance,
            priority: filing.priority.unwrap_or(Priority::of(urgency, importance)),
            clocks: Clocks::start(targets, self.now),
            overdue: false,
            wait: None,
            resolution: None,
            resolved_at: None,
            closed_at: None,
            reopens: 0,
            urges: 0,
            transfers: 0,
            rating: None,
            merged_into: None,
            supervised: 0,
            stuck: false,
            created_at: self.now,
            updated_at: self.now,
        })
    }

    /// Sets a new case on its way.
    pub async fn start(&mut self, case: &mut Case) -> Result<()> {
        let first = case.flow.begin();
        let course = self.carry_out(case, first, Hand::default()).await?;
        self.end_if(case, course).await
    }
}

/// A browser without our program sends the file of a field twice: once as what it is, once as a file.
fn besides_fields(filing: &Sound) -> impl Iterator<Item = AttachmentId> {
    let in_a_field = |id: &AttachmentId| {
        filing.values.iter().any(|(_, value)| *value == FieldValue::Attachment(*id))
    };
    filing.attachments.iter().copied().filter(move |id| !in_a_field(id))
}

/// What a ticket is found by besides its description.
fn found_by(ticket: &Ticket, requester: &Customer, values: &[(FieldId, FieldValue)]) -> String {
    let mut words = vec![ticket.subject.to_string(), requester.name.clone()];
    words.extend(requester.phone.as_ref().map(|phone| phone.as_str().to_owned()));
    words.extend(requester.email.as_ref().map(|email| email.as_str().to_owned()));
    let said = values.iter().filter(|(_, value)| !matches!(value, FieldValue::Attachment(_)));
    words.extend(said.map(|(_, value)| value.to_text()));
    words.join(" ")
}
