//! Playing the scripts: every act is an operation, done by whoever would have done it.

use std::sync::Arc;

use domain::actor::Actor;
use domain::channel::Channel;
use domain::id::{AgentId, CategoryId, CustomerId, TicketId};
use domain::message::MessageKind;
use domain::page::Filing;
use domain::ticket::{Stars, WaitFor};
use domain::time::{Span, Timestamp};
use store::{tasks, tickets};

use super::Dice;
use super::clock::DemoClock;
use super::forms;
use super::house::House;
use super::leaves::LEAVES;
use super::script::{Act, Script};
use crate::{Desk, DeskError, Result, Say, Then, WaitPlan};

pub struct Stage<'a> {
    pub desk: &'a Desk,
    pub clock: &'a Arc<DemoClock>,
    pub house: &'a House,
    pub leaves: &'a [CategoryId],
    pub crowd: &'a [CustomerId],
    pub dice: Dice,
}

/// A ticket that was filed, and who has it.
#[derive(Clone, Copy)]
struct Filed {
    ticket: TicketId,
    at: Timestamp,
    handler: Option<AgentId>,
}

impl Stage<'_> {
    /// Everything in the order of time, with the desk's own chores done every hour between.
    pub async fn play(mut self, scripts: &[Script], now: Timestamp) -> Result<()> {
        let mut acts: Vec<(Timestamp, usize, usize)> = Vec::new();
        for (n, script) in scripts.iter().enumerate() {
            acts.extend(script.acts.iter().enumerate().map(|(act, (at, _))| (*at, n, act)));
        }
        acts.sort_unstable();
        let mut filed: Vec<Option<Filed>> = vec![None; scripts.len()];
        let mut hour = acts.first().map_or(now, |(at, ..)| at.hour());
        for (at, n, act) in acts {
            while hour + Span::hours(1) <= at {
                hour = hour + Span::hours(1);
                self.do_chores(hour).await?;
            }
            self.clock.set(at);
            filed[n] = self.act(&scripts[n], &scripts[n].acts[act].1, filed[n]).await?;
        }
        self.do_chores(now).await
    }

    async fn do_chores(&self, at: Timestamp) -> Result<()> {
        self.clock.set(at);
        while self.desk.do_next_job().await? {}
        while self.desk.sweep_promises().await? {}
        Ok(())
    }

    async fn act(
        &mut self,
        script: &Script,
        act: &Act,
        filed: Option<Filed>,
    ) -> Result<Option<Filed>> {
        let Some(mut filed) = filed else {
            return Ok(Some(self.file(script).await?));
        };
        match act {
            Act::File => {}
            Act::Take => filed.handler = self.take(filed.ticket).await?,
            Act::Rate(..) | Act::NotSolved(_) | Act::Close | Act::Bring(_) | Act::Urge => {
                self.customer_does(script, act, filed.ticket).await?;
            }
            Act::Say(_) | Act::Note(_) | Act::Ask(_) | Act::WaitFor(..) | Act::End(..) => {
                self.agent_does(script, act, filed).await?;
            }
            Act::Transfer(team, why) => {
                let team = self.house.team(team).ok_or(DeskError::NotFound)?.id;
                let (ticket, why) = (filed.ticket, Some((*why).to_owned()));
                self.desk.transfer(self.handler(filed)?, ticket, Some(team), None, why).await?;
                filed.handler = None;
            }
        }
        Ok(Some(filed))
    }

    async fn file(&mut self, script: &Script) -> Result<Filed> {
        let plan = &LEAVES[script.leaf];
        let (subject, body) = script.opening;
        let mut fields = Vec::new();
        for word in plan.form.split_whitespace() {
            let key = word.trim_end_matches('!');
            // Who does not name the product in what they write does not name another one here.
            let fits = key != "product" || subject.contains("{p}") || body.contains("{p}");
            if word.ends_with('!') || (fits && self.dice.percent(60)) {
                let typed = forms::typed(key, &script.facts, &mut self.dice);
                fields.extend(typed.map(|typed| (key.to_owned(), typed)));
            }
        }
        let filing = Filing {
            category: Some(self.leaves[script.leaf]),
            subject: Some(script.facts.fill(subject)),
            description: script.facts.fill(body),
            fields,
            ..Filing::default()
        };
        let filed = self.file_through_a_door(script, filing).await?;
        Ok(Filed { ticket: filed, at: self.desk.clock.now(), handler: None })
    }

    /// By the customer themselves, or by an agent who has them on the phone.
    async fn file_through_a_door(&self, script: &Script, filing: Filing) -> Result<TicketId> {
        let customer = self.crowd[script.customer];
        let phone = if script.by_phone { self.phone_of(customer).await? } else { None };
        let desk = self.desk;
        let filed = match (phone, self.on_the_phone()) {
            (Some(phone), Some(agent)) => {
                let filing = Filing { phone: Some(phone), ..filing };
                desk.file(agent, Channel::PHONE, filing).await?
            }
            _ => desk.file(&Actor::Customer(customer), Channel::WEB, filing).await?,
        };
        Ok(filed.number.0)
    }

    async fn phone_of(&self, customer: CustomerId) -> Result<Option<String>> {
        let mut tx = self.desk.store.read().await?;
        let customer = store::customers::find(&mut tx, customer).await?;
        Ok(customer.and_then(|it| it.phone).map(Into::into))
    }

    fn on_the_phone(&self) -> Option<&Actor> {
        self.house.groups.first().and_then(|team| team.members.first()).map(|(_, actor)| actor)
    }

    /// Whoever has it already, else somebody of the group takes it.
    async fn take(&mut self, ticket: TicketId) -> Result<Option<AgentId>> {
        let mut tx = self.desk.store.read().await?;
        let tasks = tasks::of_ticket(&mut tx, ticket).await?;
        drop(tx);
        let Some(task) = tasks.iter().find(|task| task.is_actionable()) else { return Ok(None) };
        let team = self.house.team_of(task.group).ok_or(DeskError::NotFound)?;
        let agent = match task.handler {
            Some(handler) => handler,
            // The first of a group takes the most: who looks at the demo signs in as one of them.
            None if self.dice.percent(40) => team.members[0].0,
            None => self.dice.one(&team.members).0,
        };
        let waits_for_somebody = task.step.as_str() == "accept" || task.handler.is_none();
        if waits_for_somebody {
            let actor = self.house.actor(agent).ok_or(DeskError::NotFound)?;
            match task.handler {
                None => self.desk.claim(actor, task.id).await?,
                Some(_) => self.desk.complete(actor, task.id, crate::Completion::default()).await?,
            };
        }
        Ok(Some(agent))
    }

    fn handler(&self, filed: Filed) -> Result<&Actor> {
        filed.handler.and_then(|id| self.house.actor(id)).ok_or(DeskError::NotFound)
    }

    async fn agent_does(&self, script: &Script, act: &Act, filed: Filed) -> Result<()> {
        let (desk, actor, ticket) = (self.desk, self.handler(filed)?, filed.ticket);
        let reply = |text: &str, then| say(MessageKind::PublicReply, script.facts.fill(text), then);
        match act {
            Act::Say(text) => drop(desk.say(actor, ticket, reply(text, Then::Nothing)).await?),
            Act::Note(text) => {
                let note = say(MessageKind::Note, script.facts.fill(text), Then::Nothing);
                desk.say(actor, ticket, note).await?;
            }
            Act::Ask(text) => {
                let reason = "等客户补充资料".to_owned();
                let plan = WaitPlan { wait_for: WaitFor::Customer, reason, wake_at: None };
                desk.say(actor, ticket, reply(text, Then::Wait(plan))).await?;
            }
            Act::WaitFor(whom, until) => {
                let wake_at = Some((filed.at + *until).max(desk.clock.now() + Span::minutes(5)));
                let reason = (*whom).to_owned();
                let plan = WaitPlan { wait_for: WaitFor::ThirdParty, reason, wake_at };
                desk.wait(actor, ticket, plan).await?;
            }
            Act::End(text, code) => {
                desk.say(actor, ticket, reply(text, Then::Resolve(*code))).await?;
            }
            _ => {}
        }
        Ok(())
    }

    async fn customer_does(&self, script: &Script, act: &Act, ticket: TicketId) -> Result<()> {
        let (desk, actor) = (self.desk, &self.requester(ticket).await?);
        match act {
            Act::Bring(text) => {
                let text = script.facts.fill(text);
                desk.say(actor, ticket, say(MessageKind::PublicReply, text, Then::Nothing)).await?;
            }
            Act::NotSolved(why) => {
                desk.reopen(actor, ticket, Some((*why).to_owned())).await?;
            }
            Act::Rate(result, process, comment) => {
                let stars =
                    |n: u8| Stars::try_from(n).map_err(|flaw| DeskError::invalid("result", flaw));
                let process = process.map(stars).transpose()?;
                let comment = comment.map(str::to_owned);
                desk.rate(actor, ticket, stars(*result)?, process, comment).await?;
            }
            Act::Close => desk.close(actor, ticket).await?,
            Act::Urge => match desk.urge(actor, ticket).await {
                Ok(()) | Err(DeskError::TooOften { .. }) => {}
                Err(error) => return Err(error),
            },
            _ => {}
        }
        Ok(())
    }

    async fn requester(&self, ticket: TicketId) -> Result<Actor> {
        let mut tx = self.desk.store.read().await?;
        let ticket = tickets::find(&mut tx, ticket).await?.ok_or(DeskError::NotFound)?;
        Ok(Actor::Customer(ticket.requester))
    }
}

fn say(kind: MessageKind, body: String, then: Then) -> Say {
    let (attachments, mentions) = (vec![], vec![]);
    Say { kind, body, attachments, mentions, seen: None, then, idempotency_key: None }
}
