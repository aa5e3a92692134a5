//! A connector as an administrator types it, before it is one.

use serde::{Deserialize, Serialize};

use super::check::flaws;
use super::inbound::InboundRule;
use super::operation::Operation;
use super::{Connector, ConnectorKey};
use crate::invalid::{Flaw, Flaws};
use crate::text::Name;
use crate::time::Span;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub key: String,
    pub name: String,
    pub base_url: String,
    /// With commas or spaces between them; none means the address's own.
    pub hosts: String,
    /// In seconds.
    pub timeout: String,
    pub channel: String,
    pub rules: Rules,
}

/// What can be asked of it and what it may tell: what is declared as JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    #[serde(default)]
    pub operations: Vec<Operation>,
    #[serde(default)]
    pub inbound: Vec<InboundRule>,
}

impl Typed {
    pub fn of(connector: &Connector) -> Self {
        let Connector { key, name, base_url, hosts, timeout, channel, operations, inbound } =
            connector.clone();
        Self {
            key: key.0,
            name: name.into(),
            base_url,
            hosts: hosts.join(", "),
            timeout: seconds(timeout),
            channel: channel.unwrap_or_default(),
            rules: Rules { operations, inbound },
        }
    }

    /// It, or everything that is wrong with it.
    pub fn read(&self) -> Result<Connector, Flaws> {
        let mut wrong = Flaws::default();
        let name = Name::try_from(self.name.as_str()).map_err(|flaw| wrong.add("name", flaw));
        let timeout =
            milliseconds(&self.timeout).ok_or_else(|| wrong.add("timeout", Flaw::NotANumber));
        let (Ok(name), Ok(timeout)) = (name, timeout) else { return Err(wrong) };
        let connector = Connector {
            key: ConnectorKey::new(self.key.trim()),
            name,
            base_url: self.base_url.trim().trim_end_matches('/').to_owned(),
            hosts: self.hosts(),
            timeout,
            channel: Some(self.channel.trim().to_owned()).filter(|channel| !channel.is_empty()),
            operations: self.rules.operations.clone(),
            inbound: self.rules.inbound.clone(),
        };
        let wrong = flaws(&connector);
        if wrong.is_empty() { Ok(connector) } else { Err(wrong) }
    }

    fn hosts(&self) -> Vec<String> {
        let between = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';');
        let named: Vec<String> =
            self.hosts.split(between).filter(|it| !it.is_empty()).map(str::to_owned).collect();
        if named.is_empty() { own_host(&self.base_url).into_iter().collect() } else { named }
    }
}

fn own_host(url: &str) -> Option<String> {
    let (_, rest) = url.trim().split_once("://")?;
    rest.split('/').next().filter(|host| !host.is_empty()).map(str::to_owned)
}

/// `1.5` for one and a half.
pub fn seconds(span: Span) -> String {
    let text = format!("{}.{:03}", span.0 / 1000, span.0 % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

pub fn milliseconds(text: &str) -> Option<Span> {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || part.len() > 3 || !digits(whole) || !digits(part) {
        return None;
    }
    format!("{whole}{part:0<3}").parse().ok().map(Span)
}

#[cfg(test)]
mod tests {
    use super::{Rules, Typed, milliseconds, seconds};
    use crate::time::Span;

    fn typed() -> Typed {
        Typed {
            key: "shop".into(),
            name: "商城".into(),
            base_url: "https://shop.example.com/api/".into(),
            hosts: String::new(),
            timeout: "1.5".into(),
            channel: " ".into(),
            rules: Rules::default(),
        }
    }

    #[test]
    fn j_09_what_is_typed_becomes_a_connector_and_is_typed_again_the_same() {
        let connector = typed().read().unwrap();

        assert_eq!(connector.base_url, "https://shop.example.com/api");
        assert_eq!(connector.hosts, ["shop.example.com"]);
        assert_eq!((connector.timeout, &connector.channel), (Span(1_500), &None));
        assert_eq!(Typed::of(&connector).read().unwrap(), connector);
    }

    #[test]
    fn j_08_hosts_are_a_list_and_the_address_has_to_be_on_it() {
        let two = Typed { hosts: "a.example.com， shop.example.com".into(), ..typed() };
        let other = Typed { hosts: "a.example.com".into(), ..typed() };

        assert_eq!(two.read().unwrap().hosts, ["a.example.com", "shop.example.com"]);
        assert!(other.read().unwrap_err().of("hosts").is_some());
    }

    #[test]
    fn everything_that_is_no_connector_is_said_at_once() {
        let blank = Typed::default().read().unwrap_err();

        assert!(blank.of("name").is_some() && blank.of("timeout").is_some());
    }

    #[test]
    fn seconds_have_three_decimals_at_most() {
        assert_eq!(
            ["10", "0.25", "1.5"].map(|it| seconds(milliseconds(it).unwrap())),
            ["10", "0.25", "1.5"]
        );
        assert_eq!(["", "1.2345", "-1", "1e3", "."].map(milliseconds), [None; 5]);
    }
}
