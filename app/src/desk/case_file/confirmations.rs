//! What partners said line by line, each answer with the name under it.

use domain::case_file::{CaseFile, Confirmed, ConfirmedLine, Signed};
use domain::confirming::Verdict;
use papers::{Body, Part, Table};

use super::paper::together;
use super::rows::{moment, table};
use crate::reader::Reader;

pub(super) fn parts(file: &CaseFile, reader: &Reader) -> Vec<Part> {
    file.confirmations.iter().map(|it| part(it, reader)).collect()
}

fn part(it: &Confirmed, reader: &Reader) -> Part {
    let w = reader.lang;
    let columns =
        [(w.confirm_label(), 7), (w.case_amount(), 4), (w.case_verdict(), 4), (w.case_reason(), 9)];
    let rows = it.lines.iter().map(|line| row(line, reader)).collect();
    let signed = it
        .signature
        .as_ref()
        .map_or_else(|| w.case_unsigned().to_owned(), |signature| sign(signature, reader));
    let total = format!("{} {}", w.lines_total(), w.yuan(it.total()));
    Part {
        heading: w.case_confirmation(&it.partner_name, &it.name),
        body: Body::Table(Table {
            sum: Some(format!("{total}\n{signed}")),
            ..table(columns, rows)
        }),
    }
}

fn row(line: &ConfirmedLine, reader: &Reader) -> [String; 4] {
    let w = reader.lang;
    let verdict = match line.verdict {
        Some(Verdict::Confirmed) => w.outcome_confirmed(),
        Some(Verdict::Disputed) => w.outcome_disputed(),
        None => w.case_undecided(),
    };
    let photo = line.photo.as_ref().map(|name| format!("[{name}]"));
    [
        line.label.clone(),
        w.yuan(line.amount),
        verdict.to_owned(),
        together([line.comment.clone(), photo], "\n"),
    ]
}

/// Whoever doubts it takes the hash again.
fn sign(Signed { name, drawn, sha256, at }: &Signed, reader: &Reader) -> String {
    let w = reader.lang;
    let how = if *drawn { w.case_signed_drawn() } else { w.case_signed_typed() };
    let signed = w.sign_signed(name, moment(*at, reader));
    format!("{signed}（{how}）\n{}", w.sign_hash(sha256))
}
