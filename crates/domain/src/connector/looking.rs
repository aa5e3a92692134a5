//! Looking at a thing in another system: what its answer shows.

use serde_json::Value;

use super::Connector;
use super::operation::{Does, Operation, Shown};
use crate::business::{Line, RefKind, Seen, Sight};
use crate::outbox::{Answer, Trouble, reason_of, text_at};

impl Connector {
    /// How things of this kind are looked at here, if they are.
    pub fn look_at(&self, kind: RefKind) -> Option<&Operation> {
        self.operations
            .iter()
            .find(|operation| matches!(&operation.does, Does::Look { at, .. } if *at == kind))
    }
}

/// What was seen. Nobody asks twice: whoever looks may look again.
pub fn read(operation: &Operation, answer: &Answer) -> Sight {
    match answer {
        Answer::Said { status: 200..=299, body } => match serde_json::from_str::<Value>(body) {
            Ok(said) if is_success(operation, &said) => Sight::Seen(seen(operation, &said)),
            Ok(_) => Sight::Nothing { reason: reason_of(&operation.reading, body) },
            Err(_) => Sight::NotReachable { trouble: Trouble::Garbled },
        },
        Answer::Said { status: 404 | 410, body } => {
            Sight::Nothing { reason: reason_of(&operation.reading, body) }
        }
        Answer::Said { .. } => Sight::NotReachable { trouble: Trouble::Failing },
        Answer::Nothing(trouble) => Sight::NotReachable { trouble: *trouble },
    }
}

fn is_success(operation: &Operation, said: &Value) -> bool {
    let success = operation.reading.success.as_ref();
    success.is_none_or(|it| said.pointer(&it.at) == Some(&it.value))
}

fn seen(operation: &Operation, said: &Value) -> Seen {
    let shows: &[Shown] = match &operation.does {
        Does::Look { shows, .. } => shows,
        Does::Act { .. } => &[],
    };
    let state = operation.reading.state.as_ref().and_then(|at| text_at(said, at));
    Seen {
        state_name: state.as_ref().and_then(|state| operation.reading.words.get(state).cloned()),
        state,
        lines: shows.iter().filter_map(|shown| line(shown, said)).collect(),
    }
}

fn line(shown: &Shown, said: &Value) -> Option<Line> {
    let Shown { key, label, at, words, time } = shown;
    let value = text_at(said, at)?;
    let value = match words.get(&value) {
        Some(word) => word.clone(),
        None if *time => to_the_minute(&value),
        None => value,
    };
    Some(Line { key: key.clone(), label: label.clone(), value })
}

/// `2026-08-03T10:15:00+08:00` as people write it; whatever is no time stays as it is.
fn to_the_minute(time: &str) -> String {
    match (time.get(..10), time.get(10..11), time.get(11..16)) {
        (Some(day), Some("T" | " "), Some(minute)) => format!("{day} {minute}"),
        _ => time.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read;
    use crate::business::{Line, Seen, Sight};
    use crate::connector::operation::Operation;
    use crate::outbox::{Answer, Trouble};

    fn order() -> Operation {
        serde_json::from_value(json!({
            "key": "order", "name": "订单", "method": "GET", "path": "/orders/{number}",
            "does": { "look": { "at": "order", "shows": [
                { "key": "sku", "label": "SKU", "at": "/items/0/sku" },
                { "key": "gift", "label": "赠品", "at": "/gift" },
                { "key": "at", "label": "下单时间", "at": "/at", "time": true },
            ] } },
            "reading": {
                "state": "/state", "reason": "/message", "words": { "paid": "已付款" },
            },
        }))
        .unwrap()
    }

    fn said(status: u16, body: &str) -> Answer {
        Answer::Said { status, body: body.to_owned() }
    }

    #[test]
    fn b_13_what_is_there_is_shown_and_what_is_not_is_left_out() {
        let body = r#"{"state":"paid","items":[{"sku":"JH-30"}],"gift":null,"at":"2026-08-03T10:15:00+08:00"}"#;

        let sight = read(&order(), &said(200, body));

        let line = |[key, label, value]: [&str; 3]| Line {
            key: key.into(),
            label: label.into(),
            value: value.into(),
        };
        let lines = [["sku", "SKU", "JH-30"], ["at", "下单时间", "2026-08-03 10:15"]].map(line);
        let (state, state_name) = (Some("paid".into()), Some("已付款".into()));
        assert_eq!(sight, Sight::Seen(Seen { state, state_name, lines: lines.into() }));
    }

    #[test]
    fn not_there_and_not_reachable_are_two_things() {
        let nothing = Sight::Nothing { reason: "订单不存在".into() };
        let away = |trouble| Sight::NotReachable { trouble };

        assert_eq!(read(&order(), &said(404, r#"{"message":"订单不存在"}"#)), nothing);
        assert_eq!(read(&order(), &said(500, "")), away(Trouble::Failing));
        assert_eq!(read(&order(), &said(401, "")), away(Trouble::Failing));
        assert_eq!(read(&order(), &said(200, "<html>")), away(Trouble::Garbled));
        assert_eq!(read(&order(), &Answer::Nothing(Trouble::TimedOut)), away(Trouble::TimedOut));
    }
}
