//! The tables of a case file.

use domain::case_file::{CaseFile, Work};
use domain::flow::Outcome;
use domain::task::TaskState;
use domain::time::Timestamp;
use papers::Table;

use super::paper::together;
use crate::desk::ticket::stars;
use crate::reader::Reader;
use crate::when::Civil;

pub(super) struct Rows<'a> {
    pub file: &'a CaseFile,
    pub reader: &'a Reader,
}

/// `2026-11-22 14:36`: a file is read years later.
pub(super) fn moment(at: Timestamp, reader: &Reader) -> String {
    let at = Civil::at(at, reader.offset);
    format!("{} {}", at.iso_date(), at.clock())
}

pub(super) fn table<const N: usize>(columns: [(&str, u16); N], rows: Vec<[String; N]>) -> Table {
    Table {
        columns: columns.map(|(name, share)| (name.to_owned(), share)).into(),
        rows: rows.into_iter().map(Vec::from).collect(),
        sum: None,
    }
}

impl Rows<'_> {
    pub fn identity(&self) -> Table {
        let w = self.reader.lang;
        let columns =
            [(w.case_method(), 4), (w.case_result(), 3), (w.case_who(), 3), (w.case_when(), 4)];
        let row = |it: &domain::identity::IdentityCheck| {
            [
                w.identity_method(it.method).to_owned(),
                w.identity_result(it.result).to_owned(),
                it.by.clone().unwrap_or_default(),
                self.at(it.at),
            ]
        };
        table(columns, self.file.identity.iter().map(row).collect())
    }

    pub fn related(&self) -> Table {
        let w = self.reader.lang;
        let columns = [
            (w.case_ticket(), 9),
            (w.case_relation(), 3),
            (w.case_filed(), 5),
            (w.case_state(), 3),
            (w.case_rating(), 4),
        ];
        let row = |it: &domain::case_file::RelatedTicket| {
            let link = it.link.map(|(kind, inward)| w.link(kind, inward));
            [
                format!("{} {}", it.number, it.subject),
                link.unwrap_or_else(|| w.case_earlier()).to_owned(),
                self.at(it.created_at),
                w.state(it.state).to_owned(),
                it.rating.map(|rating| stars(rating.result.get())).unwrap_or_default(),
            ]
        };
        table(columns, self.file.related.iter().map(row).collect())
    }

    /// The whole chain, with how long each link of it took.
    pub fn steps(&self) -> Table {
        let w = self.reader.lang;
        let columns = [
            (w.case_step(), 5),
            (w.case_who(), 4),
            (w.case_begun(), 5),
            (w.case_took(), 4),
            (w.case_result(), 7),
        ];
        let row = |it: &Work| {
            [
                it.name.clone(),
                it.who.shown().to_owned(),
                self.at(it.begun),
                self.took(it),
                together([Some(self.ended(it)), it.said.clone()], "\n"),
            ]
        };
        let rows: Vec<_> = self.file.steps.iter().map(row).collect();
        let sum = w.case_chain(w.span(self.file.elapsed()));
        Table { sum: Some(sum), ..table(columns, rows) }
    }

    pub fn answers(&self) -> Table {
        let w = self.reader.lang;
        let columns =
            [(w.case_question(), 8), (w.case_who(), 4), (w.case_took(), 4), (w.case_answer(), 9)];
        let row = |it: &Work| {
            [
                it.name.clone(),
                it.who.shown().to_owned(),
                self.took(it),
                it.said.clone().unwrap_or_else(|| self.ended(it)),
            ]
        };
        table(columns, self.file.answers.iter().map(row).collect())
    }

    pub fn approvals(&self) -> Table {
        let w = self.reader.lang;
        let columns = [
            (w.case_approval(), 6),
            (w.case_who(), 4),
            (w.case_took(), 4),
            (w.case_decision(), 4),
            (w.case_reason(), 7),
        ];
        let row = |it: &Work| {
            let why = it.said.clone().unwrap_or_default();
            [it.name.clone(), it.who.shown().to_owned(), self.took(it), self.ended(it), why]
        };
        table(columns, self.file.approvals.iter().map(row).collect())
    }

    pub fn supervisions(&self) -> Table {
        let w = self.reader.lang;
        let columns =
            [(w.case_requirement(), 8), (w.case_who(), 4), (w.case_due(), 5), (w.case_course(), 9)];
        let row = |it: &domain::case_file::Overseen| {
            let reports =
                it.reports.iter().map(|(at, _, report)| Some(format!("{} {report}", self.at(*at))));
            let missed = (it.missed > 0).then(|| w.case_missed(it.missed, it.climbed));
            let lifted = it.lifted_at.map(|at| w.case_lifted(self.at(at)));
            [
                together([it.by.clone(), Some(it.requirement.clone())], "："),
                it.department.clone(),
                self.at(it.deadline),
                together(reports.chain([missed, lifted]), "\n"),
            ]
        };
        table(columns, self.file.supervisions.iter().map(row).collect())
    }

    pub fn calculations(&self) -> Table {
        let w = self.reader.lang;
        let columns = [
            (w.case_calculation(), 7),
            (w.case_given(), 9),
            (w.case_result(), 4),
            (w.case_when(), 5),
        ];
        let row = |it: &domain::case_file::Calculated| {
            let given = it.given.iter().map(|(name, text)| Some(format!("{name} {text}")));
            [
                format!("{} v{}", it.name, it.version),
                together(given, w.list_comma()),
                w.amount(it.kind, &it.result),
                self.at(it.at),
            ]
        };
        table(columns, self.file.calculations.iter().map(row).collect())
    }

    pub fn at(&self, at: Timestamp) -> String {
        moment(at, self.reader)
    }

    fn took(&self, work: &Work) -> String {
        self.reader.lang.span(work.elapsed(self.file.made_at))
    }

    /// How it ended, where that was not simply done.
    fn ended(&self, work: &Work) -> String {
        let w = self.reader.lang;
        match (work.state, work.outcome.as_deref()) {
            (TaskState::Done, None | Some(Outcome::DONE)) => w.case_ended_done().to_owned(),
            (TaskState::Done | TaskState::Failed, Some(outcome)) => {
                w.outcome(outcome).map_or_else(|| outcome.to_owned(), str::to_owned)
            }
            (TaskState::Failed, None) => w.case_ended_failed().to_owned(),
            (TaskState::SentBack, _) => w.asked_returned().to_owned(),
            (TaskState::Cancelled | TaskState::Skipped, _) => w.asked_dropped().to_owned(),
            (
                TaskState::Pending
                | TaskState::Ready
                | TaskState::Claimed
                | TaskState::InProgress
                | TaskState::WaitingExternal,
                _,
            ) => w.case_ended_open().to_owned(),
        }
    }
}
