//! What the address says: which list, which ticket, which part of it.

use domain::behind::{BehindQuery, Number};
use domain::id::{AgentId, GroupId, TicketNumber};
use domain::list::{Shelf, TicketQuery, View, Within};
use domain::ticket::Trigger;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};
use leptos_router::location::Location;
use leptos_router::params::ParamsMap;

/// Which list is open.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ListOf {
    /// Tasks; all, or those people or systems set in motion.
    Work(Shelf, Option<Trigger>),
    /// A view, cut to a group or an owner; with words, a search.
    Tickets(TicketQuery),
    /// What a number of the board is made of.
    Behind(BehindQuery),
}

impl ListOf {
    /// Follows the address; without anything said it is the agent's own work.
    pub fn here() -> Memo<Self> {
        let query = use_query_map();
        Memo::new(move |_| Self::read(&query.read()))
    }

    fn read(query: &ParamsMap) -> Self {
        let group = query.get("group").and_then(|id| id.parse().ok());
        if let Some(number) = query.get("number").and_then(|number| number.parse().ok()) {
            let person = query.get("person").and_then(|id| id.parse().ok());
            return Self::behind(number, group, person);
        }
        let trigger = query.get("by").and_then(|by| by.parse().ok());
        let words = query.get("q").filter(|words| !words.trim().is_empty());
        let view: Option<View> = query.get("view").and_then(|view| view.parse().ok());
        if words.is_none() && view.is_none() {
            let shelf = query.get("shelf").and_then(|shelf| shelf.parse().ok());
            return Self::Work(shelf.unwrap_or_default(), trigger);
        }
        Self::Tickets(TicketQuery {
            view: view.unwrap_or_default(),
            within: match query.get("within").and_then(|within| within.parse().ok()) {
                Some(within) => within,
                None if words.is_some() => Within::Readable,
                None => Within::Reach,
            },
            group,
            owner: query.get("owner").and_then(|id| id.parse().ok()),
            trigger,
            words,
            ..TicketQuery::default()
        })
    }

    pub fn of_view(view: View, group: Option<GroupId>, owner: Option<AgentId>) -> Self {
        let within = Within::Reach;
        Self::Tickets(TicketQuery { view, within, group, owner, ..TicketQuery::default() })
    }

    /// The tickets a number of the board counts.
    pub fn on_board(view: View, group: Option<GroupId>) -> Self {
        Self::Tickets(TicketQuery { view, within: Within::Board, group, ..TicketQuery::default() })
    }

    /// What one owns, works on or follows, and is not finished.
    pub fn taking_part() -> Self {
        Self::Tickets(TicketQuery { within: Within::TakingPart, ..TicketQuery::default() })
    }

    /// The same list, of what people or of what systems set in motion. A number of the board is
    /// what it is.
    pub fn triggered(&self, trigger: Option<Trigger>) -> Self {
        match self {
            Self::Work(shelf, _) => Self::Work(*shelf, trigger),
            Self::Tickets(query) => Self::Tickets(TicketQuery { trigger, ..query.clone() }),
            Self::Behind(query) => Self::Behind(query.clone()),
        }
    }

    pub fn trigger(&self) -> Option<Trigger> {
        match self {
            Self::Work(_, trigger) => *trigger,
            Self::Tickets(query) => query.trigger,
            Self::Behind(_) => None,
        }
    }

    pub fn behind(number: Number, group: Option<GroupId>, person: Option<AgentId>) -> Self {
        Self::Behind(BehindQuery { group, person, ..BehindQuery::of(number) })
    }

    /// `/desk?…`, with nothing open beside it.
    pub fn href(&self) -> String {
        format!("/desk?{}", self.query())
    }

    /// The same list, with a ticket beside it.
    pub fn href_with(&self, ticket: TicketNumber) -> String {
        format!("/desk/t/{ticket}?{}", self.query())
    }

    fn query(&self) -> String {
        match self {
            Self::Work(which, trigger) => {
                let mut parts = vec![format!("shelf={}", which.as_str())];
                parts.extend(trigger.map(by));
                parts.join("&")
            }
            Self::Tickets(asked) => {
                let mut parts = vec![format!("view={}", asked.view.as_str())];
                let (within, searches) = (asked.within, asked.words.is_some());
                if within != (if searches { Within::Readable } else { Within::Reach }) {
                    parts.push(format!("within={}", within.as_str()));
                }
                parts.extend(asked.group.map(|group| format!("group={group}")));
                parts.extend(asked.owner.map(|owner| format!("owner={owner}")));
                parts.extend(asked.trigger.map(by));
                parts.extend(asked.words.as_deref().map(|words| format!("q={}", encode(words))));
                parts.join("&")
            }
            Self::Behind(asked) => {
                let mut parts = vec![format!("number={}", asked.number.as_str())];
                parts.extend(asked.group.map(|group| format!("group={group}")));
                parts.extend(asked.person.map(|person| format!("person={person}")));
                parts.join("&")
            }
        }
    }
}

fn by(trigger: Trigger) -> String {
    format!("by={}", trigger.as_str())
}

/// The ticket beside the list.
pub fn open_ticket() -> Memo<Option<TicketNumber>> {
    let Location { pathname, .. } = use_location();
    Memo::new(move |_| pathname.read().strip_prefix("/desk/t/")?.parse().ok())
}

/// The value of one key of the address.
pub fn key(name: &'static str) -> Memo<Option<String>> {
    let query = use_query_map();
    Memo::new(move |_| query.read().get(name).filter(|value| !value.is_empty()))
}

/// The address one is at, with one key of it changed or taken out.
pub fn here_with(name: &'static str, value: Option<&'static str>) -> Signal<String> {
    let Location { pathname, query, .. } = use_location();
    Signal::derive(move || {
        let mut query = query.get();
        query.remove(name);
        if let Some(value) = value {
            query.insert(name, value.to_owned());
        }
        format!("{}{}", pathname.get(), query.to_query_string())
    })
}

/// Everything but letters, digits and `-._~` as `%XX`.
pub fn encode(text: &str) -> String {
    use std::fmt::Write;

    text.bytes().fold(String::new(), |mut encoded, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(byte.into());
            }
            _ => write!(encoded, "%{byte:02X}").unwrap_or_default(),
        }
        encoded
    })
}
