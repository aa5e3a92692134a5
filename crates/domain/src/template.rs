//! Texts with places in them, such as `/orders/{order_no}`, and what fills them.
//!
//! Administrators write them. A place is a name in braces; dots lead into what belongs together, as
//! in `{customer.name}`, and a question mark behind it lets it stay empty: `{customer.email?}`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Template(pub String);

/// What places are filled from: a JSON object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Particulars(pub Map<String, Value>);

/// Nothing is known by this name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("nothing is known as {0}")]
pub struct Missing(pub String);

/// A template taken apart.
#[derive(Debug, PartialEq, Eq)]
enum Part<'a> {
    Plain(&'a str),
    Place { name: &'a str, may_be_empty: bool },
}

impl Template {
    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub fn fill(&self, from: &Particulars) -> Result<String, Missing> {
        fill_with(&self.0, |place| from.text(place), str::to_owned)
    }

    /// For an address: what is filled in stays one segment of it.
    pub fn fill_path(&self, from: &Particulars) -> Result<String, Missing> {
        fill_with(&self.0, |place| from.text(place), encoded)
    }
}

/// Fills every text inside a JSON value. A text that is one place and nothing else becomes what
/// fills it, so that numbers stay numbers.
pub fn fill_json(template: &Value, from: &Particulars) -> Result<Value, Missing> {
    Ok(match template {
        Value::String(text) => fill_text(text, from)?,
        Value::Array(items) => {
            items.iter().map(|item| fill_json(item, from)).collect::<Result<_, _>>()?
        }
        Value::Object(object) => {
            let filled =
                |(name, value): (&String, &Value)| Ok((name.clone(), fill_json(value, from)?));
            Value::Object(object.iter().map(filled).collect::<Result<_, _>>()?)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => template.clone(),
    })
}

fn fill_text(text: &str, from: &Particulars) -> Result<Value, Missing> {
    match parts(text).as_slice() {
        [Part::Place { name, may_be_empty }] => match from.find(name) {
            Some(value) => Ok(value.clone()),
            None if *may_be_empty => Ok(Value::Null),
            None => Err(Missing((*name).to_owned())),
        },
        _ => fill_with(text, |place| from.text(place), str::to_owned).map(Value::String),
    }
}

fn fill_with(
    text: &str,
    known: impl Fn(&str) -> Option<String>,
    written: impl Fn(&str) -> String,
) -> Result<String, Missing> {
    let mut filled = String::new();
    for part in parts(text) {
        match part {
            Part::Plain(plain) => filled.push_str(plain),
            Part::Place { name, may_be_empty } => match known(name) {
                Some(value) => filled.push_str(&written(&value)),
                None if may_be_empty => {}
                None => return Err(Missing(name.to_owned())),
            },
        }
    }
    Ok(filled)
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((before, place, after)) = next_place(rest) {
        parts.extend((!before.is_empty()).then_some(Part::Plain(before)));
        parts.push(match place.strip_suffix('?') {
            Some(name) => Part::Place { name, may_be_empty: true },
            None => Part::Place { name: place, may_be_empty: false },
        });
        rest = after;
    }
    parts.extend((!rest.is_empty()).then_some(Part::Plain(rest)));
    parts
}

/// Braces around anything but a name are just braces.
fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    text.match_indices('{').find_map(|(open, _)| {
        let inside = &text[open + 1..];
        let (place, after) = inside.split_once('}')?;
        let name = place.strip_suffix('?').unwrap_or(place);
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
        (!name.is_empty() && name.chars().all(is_name)).then_some((&text[..open], place, after))
    })
}

/// Everything but letters and digits that mean themselves in every part of an address.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

impl Particulars {
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// Adds what is known besides; of two under one name, the later is believed.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// `order.no` is also understood when it is one name with a dot in it. What is empty is not
    /// known.
    pub fn find(&self, name: &str) -> Option<&Value> {
        let whole = self.0.get(name);
        whole.or_else(|| inside(&self.0, name)).filter(|value| match value {
            Value::Null => false,
            Value::String(text) => !text.trim().is_empty(),
            _ => true,
        })
    }

    pub fn text(&self, name: &str) -> Option<String> {
        self.find(name).map(|value| match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        })
    }
}

fn inside<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let (first, rest) = name.split_once('.')?;
    let mut value = object.get(first)?;
    for part in rest.split('.') {
        value = match value {
            Value::Array(items) => items.get(part.parse::<usize>().ok()?)?,
            other => other.get(part)?,
        };
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Missing, Particulars, Template, fill_json};

    fn known() -> Particulars {
        let Value::Object(known) = json!({
            "order_no": "884203117715",
            "count": 2,
            "customer": { "name": "王 小美/..", "email": "" },
            "items": [{ "sku": "JH-30" }],
        }) else {
            unreachable!()
        };
        Particulars(known)
    }

    #[test]
    fn places_are_filled_and_other_braces_are_left() {
        let fill = |text: &str| Template::new(text).fill(&known());

        assert_eq!(fill("订单 {order_no} × {count}"), Ok("订单 884203117715 × 2".into()));
        assert_eq!(fill("{items.0.sku}{customer.email?} { a } {"), Ok("JH-30 { a } {".into()));
        assert_eq!(fill("{amount}"), Err(Missing("amount".into())));
        assert_eq!(fill("{customer.email}"), Err(Missing("customer.email".into())));
    }

    #[test]
    fn what_is_filled_into_a_path_stays_one_segment_of_it() {
        let path = Template::new("/customers/{customer.name}?n={count}").fill_path(&known());

        assert_eq!(path.unwrap(), "/customers/%E7%8E%8B%20%E5%B0%8F%E7%BE%8E%2F%2E%2E?n=2");
    }

    #[test]
    fn a_number_stays_a_number_and_nothing_breaks_out_of_a_text() {
        let quote = known().with("note", "\"}, \"amount\": 1");
        let body = json!({ "n": "{count}", "note": "说明：{note}", "mail": "{customer.email?}" });

        let filled = fill_json(&body, &quote).unwrap();

        let note = "说明：\"}, \"amount\": 1";
        assert_eq!(filled, json!({ "n": 2, "note": note, "mail": null }));
    }
}
