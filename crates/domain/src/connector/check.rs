//! What is wrong with a declaration, all of it at once.

use std::collections::BTreeSet;

use super::Connector;
use super::operation::{Does, Method, Operation};
use crate::invalid::{Flaw, Flaws};
use crate::time::Span;

/// Longer than this nobody waits, and a job's lease is longer still.
pub const LONGEST_TIMEOUT: Span = Span::seconds(60);
const SHORTEST_TIMEOUT: Span = Span(100);
const MOST_TRIES: u32 = 20;
const KEY_MAX: usize = 40;

pub fn flaws(connector: &Connector) -> Flaws {
    let mut flaws = Flaws::default();
    if !is_key(connector.key.as_str()) {
        flaws.add("key", Flaw::NotAKey);
    }
    match host(&connector.base_url) {
        None => flaws.add("base_url", Flaw::NotAnAddress),
        Some(host) if !is_allowed(host, &connector.hosts) => flaws.add("hosts", Flaw::NotOffered),
        Some(_) => {}
    }
    if !(SHORTEST_TIMEOUT..=LONGEST_TIMEOUT).contains(&connector.timeout) {
        let (min, max) = (SHORTEST_TIMEOUT.0, LONGEST_TIMEOUT.0);
        flaws.add("timeout", Flaw::OutOfRange { min, max });
    }
    let mut keys = BTreeSet::new();
    for operation in &connector.operations {
        if !keys.insert(&operation.key) {
            flaws.add(format!("operations.{}.key", operation.key), Flaw::Taken);
        }
        of_operation(operation, &mut flaws);
    }
    let mut events = BTreeSet::new();
    for rule in connector.inbound.iter().filter(|rule| !events.insert(&rule.event)) {
        flaws.add(format!("inbound.{}", rule.event), Flaw::Taken);
    }
    flaws
}

fn of_operation(operation: &Operation, flaws: &mut Flaws) {
    let mut add =
        |part: &str, flaw| flaws.add(format!("operations.{}.{part}", operation.key), flaw);
    if !is_key(operation.key.as_str()) {
        add("key", Flaw::NotAKey);
    }
    if !operation.path.0.starts_with('/') || operation.path.0.starts_with("//") {
        add("path", Flaw::NotAnAddress);
    }
    if !(1..=MOST_TRIES).contains(&operation.patience.tries) {
        add("patience.tries", Flaw::OutOfRange { min: 1, max: MOST_TRIES.into() });
    }
    if matches!(operation.does, Does::Look { .. }) && operation.method != Method::Get {
        add("method", Flaw::NotAChoice);
    }
    let Operation { reading, .. } = operation;
    let pointers = [&reading.reference, &reading.state, &reading.reason];
    if pointers.into_iter().flatten().any(|pointer| !pointer.starts_with('/')) {
        add("reading", Flaw::NotAnAddress);
    }
}

fn is_key(key: &str) -> bool {
    (1..=KEY_MAX).contains(&key.len())
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b))
}

/// Whether a host, with its port if it says one, is on the list; an entry without a port stands for
/// every port.
pub fn is_allowed(host: &str, hosts: &[String]) -> bool {
    let bare = host.rsplit_once(':').map_or(host, |(bare, _)| bare);
    hosts.iter().any(|known| known == host || known == bare)
}

/// Host and port of an address without user, query or fragment.
fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split('/').next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    (!host.is_empty() && host.chars().all(plain) && !rest.contains(['?', '#'])).then_some(host)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{flaws, is_allowed};
    use crate::connector::Connector;

    fn declared(change: impl Fn(&mut serde_json::Value)) -> Vec<String> {
        let mut shop = json!({
            "key": "shop", "name": "商城", "base_url": "https://shop.example.com/api",
            "hosts": ["shop.example.com"],
            "operations": [{
                "key": "refund", "name": "退款", "does": { "act": {} }, "method": "POST",
                "path": "/refunds",
            }],
        });
        change(&mut shop);
        let connector: Connector = serde_json::from_value(shop).unwrap();
        flaws(&connector).0.into_iter().map(|flaw| flaw.field).collect()
    }

    #[test]
    fn j_08_a_connector_is_asked_only_at_the_hosts_it_names() {
        let elsewhere = declared(|it| it["base_url"] = json!("https://evil.example.com"));
        let disguised = declared(|it| it["base_url"] = json!("https://shop.example.com@evil.com"));

        assert_eq!(declared(|_| {}), Vec::<String>::new());
        assert_eq!(elsewhere, ["hosts"]);
        assert_eq!(disguised, ["base_url"]);
        assert!(is_allowed("a.com:8080", &["a.com".into()]));
        assert!(!is_allowed("a.com:8080", &["a.com:80".into()]));
    }

    #[test]
    fn everything_that_is_wrong_with_an_operation_is_said() {
        let found = declared(|it| {
            let operation = &mut it["operations"][0];
            operation["key"] = json!("Refund!");
            operation["path"] = json!("//evil.com/refunds");
            operation["patience"] = json!({ "tries": 0, "pause": 1000 });
            operation["does"] = json!({ "look": { "at": "order" } });
        });

        let parts = ["key", "path", "patience.tries", "method"];
        assert_eq!(found, parts.map(|part| format!("operations.Refund!.{part}")));
    }
}
