//! What an answer means. Nobody guesses: what is neither a yes nor a no is asked again, and in the
//! end is for a person to find out.

use serde_json::Value;

use super::{ActionOutcome, Answer, Trouble, Verdict};
use crate::connector::operation::{Call, Patience, Reading};
use crate::time::Span;

/// However often it is asked, never with a longer pause than this.
const LONGEST_PAUSE: Span = Span::minutes(10);
/// What of a foreign reason is kept.
const REASON_MAX: usize = 400;

/// What `answer` to the `attempt`th try (from 1) means.
pub fn judge(call: &Call, attempt: u32, answer: &Answer) -> Verdict {
    match answer {
        Answer::Said { status: 200..=299, body } => match read_success(&call.reading, body) {
            Ok(outcome) => Verdict::Settled(outcome),
            Err(trouble) => again(call.patience, attempt, trouble),
        },
        // It asks for patience: the time is not right, the words are.
        Answer::Said { status: 408 | 425 | 429 | 500..=599, .. } => {
            again(call.patience, attempt, Trouble::Failing)
        }
        Answer::Said { status: status @ 400..=499, body } => {
            let said = Some(reason_of(&call.reading, body)).filter(|said| !said.is_empty());
            let reason = said.unwrap_or_else(|| status.to_string());
            Verdict::Settled(ActionOutcome::Refused { reason })
        }
        Answer::Said { .. } => again(call.patience, attempt, Trouble::Garbled),
        // Of an earlier try, something may have arrived.
        Answer::Nothing(trouble) if trouble.was_not_sent() && attempt <= 1 => {
            Verdict::Settled(ActionOutcome::Refused { reason: trouble.as_str().to_owned() })
        }
        Answer::Nothing(trouble) => again(call.patience, attempt, *trouble),
    }
}

fn again(Patience { tries, pause }: Patience, attempt: u32, trouble: Trouble) -> Verdict {
    if attempt >= tries {
        return Verdict::Settled(ActionOutcome::Unknown { trouble });
    }
    let longer = pause.0.saturating_mul(4_i64.saturating_pow(attempt.saturating_sub(1)));
    Verdict::Again { after: Span(longer.min(LONGEST_PAUSE.0)), trouble }
}

fn read_success(reading: &Reading, body: &str) -> Result<ActionOutcome, Trouble> {
    let Reading { success, reference, state, words: _, reason: _ } = reading;
    if success.is_none() && reference.is_none() && state.is_none() {
        return Ok(ActionOutcome::Confirmed { reference: None, state: None });
    }
    let said: Value = serde_json::from_str(body).map_err(|_| Trouble::Garbled)?;
    if let Some(success) = success {
        match said.pointer(&success.at) {
            None => return Err(Trouble::Garbled),
            Some(value) if *value != success.value => {
                return Ok(ActionOutcome::Refused { reason: reason_in(reading, &said) });
            }
            Some(_) => {}
        }
    }
    let found =
        reference.as_ref().map(|at| text_at(&said, at).ok_or(Trouble::Garbled)).transpose()?;
    let state = state.as_ref().and_then(|at| text_at(&said, at));
    Ok(ActionOutcome::Confirmed { reference: found, state })
}

/// Why it was refused, as far as that is said.
pub fn reason_of(reading: &Reading, body: &str) -> String {
    reason_in(reading, &serde_json::from_str::<Value>(body).unwrap_or_default())
}

fn reason_in(reading: &Reading, said: &Value) -> String {
    let named = reading.reason.as_ref().and_then(|at| text_at(said, at));
    // Where nothing is named: what most systems call it.
    let usual = || ["/detail", "/message", "/error"].iter().find_map(|at| text_at(said, at));
    named.or_else(usual).unwrap_or_default().chars().take(REASON_MAX).collect()
}

/// A text or a number that stands there.
pub fn text_at(said: &Value, at: &str) -> Option<String> {
    match said.pointer(at)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        Value::String(_) | Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::judge;
    use crate::connector::operation::{Call, Equals, Method, Patience, Reading};
    use crate::outbox::{ActionOutcome, Answer, Trouble, Verdict};
    use crate::time::Span;

    fn refund() -> Call {
        let at = |pointer: &str| Some(pointer.to_owned());
        Call {
            method: Method::Post,
            path: "/refunds".into(),
            body: None,
            reading: Reading {
                success: None,
                reference: at("/refund_no"),
                state: at("/state"),
                reason: at("/why"),
                words: BTreeMap::new(),
            },
            patience: Patience { tries: 3, pause: Span::seconds(2) },
            yields: None,
        }
    }

    fn said(status: u16, body: &str) -> Answer {
        Answer::Said { status, body: body.to_owned() }
    }

    fn refused(reason: &str) -> Verdict {
        Verdict::Settled(ActionOutcome::Refused { reason: reason.to_owned() })
    }

    #[test]
    fn j_06_a_yes_comes_with_its_reference() {
        let yes = judge(&refund(), 1, &said(201, r#"{"refund_no":"R-1","state":"accepted"}"#));
        let bare = judge(&refund(), 1, &said(200, "{}"));

        let (reference, state) = (Some("R-1".into()), Some("accepted".into()));
        assert_eq!(yes, Verdict::Settled(ActionOutcome::Confirmed { reference, state }));
        assert_eq!(bare, Verdict::Again { after: Span::seconds(2), trouble: Trouble::Garbled });
    }

    #[test]
    fn d_11_a_no_is_a_no_at_once_and_says_why() {
        assert_eq!(judge(&refund(), 1, &said(422, r#"{"why":"已退款"}"#)), refused("已退款"));
        assert_eq!(judge(&refund(), 1, &said(409, r#"{"detail":"closed"}"#)), refused("closed"));
        assert_eq!(judge(&refund(), 1, &said(404, "<html>")), refused("404"));
    }

    #[test]
    fn what_is_neither_is_asked_again_with_growing_pauses_and_then_is_unknown() {
        let unclear = [
            (said(500, ""), Trouble::Failing),
            (said(429, "{}"), Trouble::Failing),
            (said(200, "<html>"), Trouble::Garbled),
            (said(302, ""), Trouble::Garbled),
            (Answer::Nothing(Trouble::TimedOut), Trouble::TimedOut),
            (Answer::Nothing(Trouble::CutOff), Trouble::CutOff),
            (Answer::Nothing(Trouble::Unreachable), Trouble::Unreachable),
        ];
        for (answer, trouble) in unclear {
            let verdicts = [1, 2, 3].map(|attempt| judge(&refund(), attempt, &answer));

            let again = |seconds| Verdict::Again { after: Span::seconds(seconds), trouble };
            let unknown = Verdict::Settled(ActionOutcome::Unknown { trouble });
            assert_eq!(verdicts, [again(2), again(8), unknown], "{answer:?}");
        }
    }

    #[test]
    fn only_what_was_never_sent_is_refused_for_it() {
        let not_allowed = Answer::Nothing(Trouble::NotAllowed);

        let first = judge(&refund(), 1, &not_allowed);
        let later = judge(&refund(), 3, &not_allowed);

        assert_eq!(first, refused("not_allowed"));
        let trouble = Trouble::NotAllowed;
        assert_eq!(later, Verdict::Settled(ActionOutcome::Unknown { trouble }));
    }

    #[test]
    fn a_system_that_answers_200_to_everything_says_so_inside() {
        let mut call = refund();
        call.reading.success = Some(Equals { at: "/code".into(), value: json!(0) });

        let no = judge(&call, 1, &said(200, r#"{"code":7,"why":"余额不足"}"#));
        let yes = judge(&call, 1, &said(200, r#"{"code":0,"refund_no":88}"#));

        assert_eq!(no, refused("余额不足"));
        let reference = Some("88".into());
        assert_eq!(yes, Verdict::Settled(ActionOutcome::Confirmed { reference, state: None }));
    }
}
