//! News for whoever is looking right now.
//!
//! News is an invalidation, not data: it says which ticket changed, and whoever shows that ticket
//! asks again through the one permission-checked path.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use domain::actor::{Actor, AgentActor, Permission, TakesPart, Whose};
use domain::page::News;
use futures::{Stream, StreamExt, stream};
use store::live::{Fact, Place};
use tokio::sync::broadcast::{self, error::RecvError};
use tokio::time::{Interval, interval};

pub use hub::Live;

use crate::{Desk, DeskError, Result};

mod hub;

/// Who has missed more looks at everything anew.
const MOST_MISSED: u16 = 1000;
/// How often it is asked whether the listener may still listen.
const TRUST: Duration = Duration::from_mins(1);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LiveItem {
    /// From here on nothing is missed.
    Hello { cursor: String },
    /// `cursor` goes out as the SSE id and comes back as `Last-Event-ID`.
    News { cursor: String, news: News },
    /// Too much was missed: show everything anew.
    Resync { cursor: String },
}

pub type LiveStream = Pin<Box<dyn Stream<Item = LiveItem> + Send>>;

impl Desk {
    /// What the actor may know of, from `after` on (nothing missed, nothing twice), then as it
    /// happens. The stream ends when the desk shuts down, and when the actor may no longer listen.
    pub async fn live(&self, actor: &Actor, after: Option<&str>) -> Result<LiveStream> {
        match actor {
            Actor::Visitor => return Err(DeskError::SignedOut),
            // Nothing that happens to a ticket is theirs to know.
            Actor::Partner(_) => return Err(DeskError::Forbidden),
            Actor::Agent(_) | Actor::Customer(_) | Actor::Link { .. } | Actor::System => {}
        }
        let (facts, now) = self.live.subscribe().await?;
        let mut listener = Listening {
            desk: self.clone(),
            actor: actor.clone(),
            facts,
            waiting: VecDeque::new(),
            place: now,
            trust: interval(TRUST),
        };
        listener.trust.reset();
        listener.catch_up(after, now).await?;
        let stop = self.live.stopped();
        let items = stream::unfold(listener, |mut listener| async move {
            listener.next().await.map(|item| (item, listener))
        });
        Ok(items.take_until(stop).boxed())
    }

    /// Ends every live stream and the reader behind them. The store is closed by whoever opened it.
    pub fn shut(&self) {
        self.live.stop();
    }

    /// Who the actor is by now: people leave, and lose rights.
    async fn still(&self, actor: &Actor) -> Result<Option<Actor>> {
        let Some(agent) = actor.agent() else { return Ok(Some(actor.clone())) };
        let mut tx = self.store.read().await?;
        let known = crate::accounts::load::agent_actor(&mut tx, agent.id).await?;
        Ok(known.map(|mut known| {
            // A token's listener does not gain what the token was not given.
            let given: Vec<Permission> = agent.grants.0.keys().copied().collect();
            known.grants = known.grants.only(&given);
            Actor::Agent(known)
        }))
    }
}

/// One open stream.
struct Listening {
    desk: Desk,
    actor: Actor,
    facts: broadcast::Receiver<Arc<Fact>>,
    waiting: VecDeque<LiveItem>,
    /// Everything up to here was looked at.
    place: Place,
    trust: Interval,
}

impl Listening {
    /// Queues what happened since the listener was last here.
    async fn catch_up(&mut self, after: Option<&str>, now: Place) -> Result<()> {
        let Some(after) = after else {
            self.waiting.push_back(LiveItem::Hello { cursor: now.to_string() });
            return Ok(());
        };
        let Ok(after) = after.parse::<Place>() else {
            self.waiting.push_back(LiveItem::Resync { cursor: now.to_string() });
            return Ok(());
        };
        let mut tx = self.desk.store.read().await?;
        let missed = store::live::since(&mut tx, after, MOST_MISSED).await?;
        if missed.len() == usize::from(MOST_MISSED) {
            self.waiting.push_back(LiveItem::Resync { cursor: now.to_string() });
            return Ok(());
        }
        self.place = missed.last().map_or(after, |fact| fact.place);
        self.waiting.push_back(LiveItem::Hello { cursor: after.to_string() });
        self.waiting.extend(missed.iter().filter_map(|fact| news(&self.actor, fact)));
        Ok(())
    }

    async fn next(&mut self) -> Option<LiveItem> {
        loop {
            if let Some(item) = self.waiting.pop_front() {
                return Some(item);
            }
            tokio::select! {
                fact = self.facts.recv() => match fact {
                    Ok(fact) => self.hear(&fact),
                    Err(RecvError::Lagged(_)) => return Some(self.resync().await),
                    Err(RecvError::Closed) => return None,
                },
                _ = self.trust.tick() => match self.desk.still(&self.actor).await {
                    Ok(Some(actor)) => self.actor = actor,
                    Ok(None) => return None,
                    Err(error) => {
                        tracing::error!(%error, "cannot tell whether a listener may still listen");
                        return None;
                    }
                },
            }
        }
    }

    fn hear(&mut self, fact: &Fact) {
        if fact.place > self.place {
            self.place = fact.place;
            self.waiting.extend(news(&self.actor, fact));
        }
    }

    async fn resync(&mut self) -> LiveItem {
        // What is still in the channel is from before the new look.
        self.facts = self.facts.resubscribe();
        self.place = self.desk.live.place().await;
        LiveItem::Resync { cursor: self.place.to_string() }
    }
}

fn news(actor: &Actor, fact: &Fact) -> Option<LiveItem> {
    may_know(actor, fact).then(|| LiveItem::News {
        cursor: fact.place.to_string(),
        news: News { ticket: fact.whose.ticket.number(), kind: fact.kind.clone(), at: fact.at },
    })
}

/// The same rule as for reading the ticket; and whoever could read it where it was before hears
/// that it has left.
fn may_know(actor: &Actor, fact: &Fact) -> bool {
    let Some(agent) = actor.agent() else {
        return (fact.public || matches!(actor, Actor::System))
            && actor.may(Permission::ReadTickets, &fact.whose);
    };
    let takes_part = takes_part(agent, fact);
    let may = |whose: &Whose| actor.may(Permission::ReadTickets, whose);
    may(&Whose { takes_part, ..fact.whose })
        || fact.left.iter().any(|&(group, department)| {
            may(&Whose { group, department, owner: None, takes_part: TakesPart::No, ..fact.whose })
        })
}

/// Enough of it to know whether they may read.
fn takes_part(agent: &AgentActor, fact: &Fact) -> TakesPart {
    if fact.participants.contains(&agent.id) {
        TakesPart::Asked
    } else if fact.invited.iter().any(|group| agent.groups.contains(group)) {
        TakesPart::Invited
    } else {
        TakesPart::No
    }
}
