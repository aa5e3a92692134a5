//! Confirming or disputing lines, one by one (D-20): penalties of a supplier, shares of a refund.

use serde::{Deserialize, Serialize};

use crate::field::{FieldKind, FieldValue};
use crate::flow::Outcome;
use crate::flow::kind::StepKind;
use crate::id::{AttachmentId, LineId};
use crate::invalid::{Flaw, Flaws};
use crate::text::Subject;
use crate::time::Timestamp;

/// A line that is to be decided about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewLine {
    pub label: String,
    /// In fen.
    pub amount: i64,
}

/// A line, with what was said to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub id: LineId,
    pub label: String,
    pub amount: i64,
    /// Absent until it is decided.
    pub decision: Option<Decision>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub verdict: Verdict,
    pub comment: Option<String>,
    /// What proves the comment.
    pub photo: Option<AttachmentId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Confirmed,
    Disputed,
}

/// Who put their name to an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub name: String,
    /// What a finger drew; absent where the name was typed.
    pub attachment: Option<AttachmentId>,
    pub sha256: String,
    pub at: Timestamp,
}

impl NewLine {
    /// The most that are decided in one go.
    pub const MOST: usize = 50;

    /// Reads what was typed; flaws stand under `lines.{place}`.
    pub fn read(place: usize, label: &str, amount: &str, flaws: &mut Flaws) -> Option<Self> {
        let label = flaws.take(&format!("lines.{place}.label"), Subject::try_from(label));
        let amount = flaws.take(&format!("lines.{place}.amount"), fen(amount));
        label.zip(amount).map(|(label, amount)| Self { label: label.into(), amount })
    }
}

impl Line {
    pub fn is(&self, verdict: Verdict) -> bool {
        self.decision.as_ref().is_some_and(|decision| decision.verdict == verdict)
    }
}

impl Verdict {
    pub const ALL: [Self; 2] = [Self::Confirmed, Self::Disputed];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => StepKind::CONFIRMED,
            Self::Disputed => StepKind::DISPUTED,
        }
    }
}

impl TryFrom<String> for Verdict {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        Self::ALL.into_iter().find(|verdict| verdict.as_str() == text).ok_or(Flaw::NotAChoice)
    }
}

impl Decision {
    /// Whoever disputes says why; whoever confirms may.
    pub fn flaw(&self) -> Option<Flaw> {
        (self.verdict == Verdict::Disputed && self.comment.is_none()).then_some(Flaw::Blank)
    }
}

/// How all of it ends: one disputed line disputes the whole.
pub fn outcome<'a>(decisions: impl IntoIterator<Item = &'a Decision>) -> Outcome {
    let disputed = decisions.into_iter().any(|it| it.verdict == Verdict::Disputed);
    let verdict = if disputed { Verdict::Disputed } else { Verdict::Confirmed };
    Outcome::new(verdict.as_str())
}

fn fen(text: &str) -> Result<i64, Flaw> {
    match FieldKind::Money.parse(text.trim())? {
        FieldValue::Money(fen) if fen > 0 => Ok(fen),
        _ => Err(Flaw::NotMoney),
    }
}

#[cfg(test)]
mod tests {
    use super::{Decision, NewLine, Verdict, outcome};
    use crate::invalid::{Flaw, Flaws};

    const fn said(verdict: Verdict) -> Decision {
        Decision { verdict, comment: None, photo: None }
    }

    #[test]
    fn d_20_one_disputed_line_disputes_the_whole() {
        let (yes, no) = (said(Verdict::Confirmed), said(Verdict::Disputed));

        assert_eq!(outcome([&yes, &yes]).as_str(), "confirmed");
        assert_eq!(outcome([&yes, &no]).as_str(), "disputed");
    }

    #[test]
    fn d_20_who_disputes_says_why() {
        let why = Decision { comment: Some("已补发".into()), ..said(Verdict::Disputed) };

        assert_eq!(said(Verdict::Disputed).flaw(), Some(Flaw::Blank));
        assert_eq!(said(Verdict::Confirmed).flaw(), None);
        assert_eq!(why.flaw(), None);
    }

    #[test]
    fn a_line_is_read_as_it_is_typed_and_all_flaws_are_told_at_once() {
        let mut flaws = Flaws::default();

        let line = NewLine::read(0, " 迟发 3 单 ", "¥1,500", &mut flaws);
        let none = NewLine::read(1, " ", "0", &mut flaws);

        assert_eq!(line, Some(NewLine { label: "迟发 3 单".into(), amount: 150_000 }));
        assert_eq!(none, None);
        assert_eq!(flaws.of("lines.1.label"), Some(&Flaw::Blank));
        assert_eq!(flaws.of("lines.1.amount"), Some(&Flaw::NotMoney));
    }
}
