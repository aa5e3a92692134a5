//! What a case file says, in the reader's language: the page shows it and the printer prints it.

use domain::case_file::{Audience, CaseFile, Said, Speaker};
use papers::{Body, Paper, Part, Spoken, Table};

use super::confirmations;
use super::rows::{Rows, moment};
use crate::desk::ticket::stars;
use crate::reader::Reader;

pub fn paper(file: &CaseFile, reader: &Reader) -> Paper {
    let w = reader.lang;
    let rows = Rows { file, reader };
    let table = |heading: &str, table: Table| part(heading, Body::Table(table));
    let before = [
        part(w.case_overview(), Body::Facts(overview(file, reader))),
        part(w.case_facts(), Body::Facts(file.facts.clone())),
        table(w.case_identity(), rows.identity()),
        table(w.case_related(), rows.related()),
        table(w.case_steps(), rows.steps()),
        table(w.case_answers(), rows.answers()),
    ];
    let after = [
        table(w.case_approvals(), rows.approvals()),
        table(w.case_actions(), rows.actions()),
        table(w.case_promises(), rows.promises()),
        table(w.case_supervisions(), rows.supervisions()),
        table(w.case_calculations(), rows.calculations()),
        part(w.case_said(), Body::Talk(file.said.iter().map(|it| say(it, reader)).collect())),
    ];
    let before = before.into_iter().flatten();
    let parts = before.chain(confirmations::parts(file, reader)).chain(after.into_iter().flatten());
    Paper {
        lang: w.tag().to_owned(),
        title: w.case_title(file.number),
        lead: lead(file, reader),
        parts: parts.collect(),
        foot: format!("{} · {}", w.case_title(file.number), w.audience(file.audience)),
    }
}

fn lead(file: &CaseFile, reader: &Reader) -> Vec<String> {
    let w = reader.lang;
    let made = w.case_made(w.audience(file.audience), moment(file.made_at, reader));
    let kept_apart = file.audience == Audience::Partner && file.partners > 1;
    let apart = kept_apart.then(|| w.case_several_partners().to_owned());
    [Some(file.subject.clone()), Some(made), apart].into_iter().flatten().collect()
}

/// What has nothing to say is left out.
fn part(heading: &str, body: Body) -> Option<Part> {
    let empty = match &body {
        Body::Facts(facts) => facts.is_empty(),
        Body::Table(table) => table.rows.is_empty(),
        Body::Talk(talk) => talk.is_empty(),
    };
    (!empty).then(|| Part { heading: heading.to_owned(), body })
}

fn overview(file: &CaseFile, reader: &Reader) -> Vec<(String, String)> {
    let w = reader.lang;
    let ended = file.resolved_at.map(|at| moment(at, reader));
    let how = file.resolution.map(|code| w.resolution(code).to_owned());
    let rated = file.rating.map(|rating| stars(rating.result.get()));
    let customer = [Some(file.customer.clone()), file.phone.clone()];
    let things = file.things.iter().map(|it| format!("{} {}", w.thing(it.kind), it.number));
    let facts = [
        (w.case_customer(), Some(together(customer, " "))),
        (w.case_category(), Some(file.category.join(" / "))),
        (w.case_channel(), Some(file.channel.clone())),
        (w.case_owner(), Some(file.owner.shown().to_owned())),
        (w.case_filed(), Some(moment(file.created_at, reader))),
        (w.case_state(), Some(w.state(file.state).to_owned())),
        (w.case_resolved(), Some(together([ended, how], " · "))),
        (w.case_whole(), Some(w.span(file.elapsed()))),
        (w.case_things(), Some(things.collect::<Vec<_>>().join(w.list_comma()))),
        (w.case_rating(), rated),
    ];
    let said = facts.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    said.filter(|(_, value)| !value.is_empty()).collect()
}

pub(super) fn together(parts: impl IntoIterator<Item = Option<String>>, between: &str) -> String {
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(between)
}

fn say(said: &Said, reader: &Reader) -> Spoken {
    let w = reader.lang;
    let who = match &said.by {
        Speaker::Customer => w.case_by_customer().to_owned(),
        Speaker::Agent(name) => name.clone().unwrap_or_else(|| w.case_by_us().to_owned()),
        Speaker::Note(name) => together([Some(w.case_note().to_owned()), name.clone()], " · "),
    };
    let files = said.files.iter().map(|name| format!("[{name}]")).collect::<Vec<_>>().join(" ");
    Spoken {
        head: format!("{who} · {}", moment(said.at, reader)),
        body: together([Some(said.body.clone()), Some(files)], "\n"),
    }
}
