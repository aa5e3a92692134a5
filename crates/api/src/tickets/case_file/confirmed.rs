//! What partners said line by line, as programs see it in a case file.

use domain::case_file::{Confirmed, ConfirmedLine, Signed};
use serde::Serialize;
use utoipa::ToSchema;

use crate::moment::Moment;
use crate::partner::VerdictWord;

/// What a partner was asked to confirm, and said.
#[derive(Serialize, ToSchema)]
pub(crate) struct CaseConfirmationBody {
    task_id: i64,
    partner_id: i64,
    #[schema(examples("华美电子"))]
    partner: String,
    #[schema(examples("10 月质量罚款"))]
    name: String,
    lines: Vec<CaseLineBody>,
    /// `null` until it is answered.
    signature: Option<CaseSignatureBody>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct CaseLineBody {
    label: String,
    /// In fen.
    amount_fen: i64,
    /// `null` until it is decided.
    verdict: Option<VerdictWord>,
    reason: Option<String>,
    /// What the picture that proves it is called.
    photo: Option<String>,
}

/// Who put their name to the answer.
#[derive(Serialize, ToSchema)]
pub(crate) struct CaseSignatureBody {
    name: String,
    /// With a finger; otherwise the name was typed and affirmed.
    drawn: bool,
    /// Of what was drawn, or typed.
    #[schema(examples("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))]
    sha256: String,
    at: Moment,
}

impl From<Confirmed> for CaseConfirmationBody {
    fn from(it: Confirmed) -> Self {
        let Confirmed { task, name, partner, partner_name, lines, signature } = it;
        Self {
            task_id: task.0,
            partner_id: partner.0,
            partner: partner_name,
            name,
            lines: lines.into_iter().map(Into::into).collect(),
            signature: signature.map(Into::into),
        }
    }
}

impl From<ConfirmedLine> for CaseLineBody {
    fn from(line: ConfirmedLine) -> Self {
        let ConfirmedLine { label, amount, verdict, comment, photo } = line;
        Self { label, amount_fen: amount, verdict: verdict.map(Into::into), reason: comment, photo }
    }
}

impl From<Signed> for CaseSignatureBody {
    fn from(Signed { name, drawn, sha256, at }: Signed) -> Self {
        Self { name, drawn, sha256, at: at.into() }
    }
}
