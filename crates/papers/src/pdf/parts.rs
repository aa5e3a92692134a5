//! How each part of a paper is laid out.

use super::lines::broken;
use super::sheets::{COLUMN, Ink, Sheets};
use crate::{Body, Paper, Part, Spoken, Table};

const TITLE: f32 = 19.0;
const HEADING: f32 = 11.5;
const TEXT: f32 = 9.0;
const SMALL: f32 = 8.0;
/// From one line to the next, in sizes of its letters.
const LEADING: f32 = 1.5;
/// Between two columns.
const GAP: f32 = 10.0;
/// Where the values of facts begin.
const NAMES: f32 = 92.0;

pub fn lay_out(paper: &Paper, sheets: &mut Sheets<'_>) {
    paragraph(sheets, 0.0, COLUMN, TITLE, Ink::Black, &paper.title);
    sheets.down(2.0);
    for line in &paper.lead {
        paragraph(sheets, 0.0, COLUMN, TEXT, Ink::Grey, line);
    }
    for part in &paper.parts {
        lay_out_part(part, sheets);
    }
}

fn lay_out_part(Part { heading, body }: &Part, sheets: &mut Sheets<'_>) {
    sheets.down(14.0);
    // A heading is not left alone at the foot of a sheet.
    sheets.need(HEADING * LEADING + 4.0 * TEXT * LEADING);
    paragraph(sheets, 0.0, COLUMN, HEADING, Ink::Black, heading);
    sheets.down(2.0);
    sheets.rule(0.0, COLUMN, 0.8, Ink::Black);
    sheets.down(5.0);
    match body {
        Body::Facts(facts) => facts.iter().for_each(|(name, value)| fact(sheets, name, value)),
        Body::Table(table) => lay_out_table(sheets, table),
        Body::Talk(talk) => talk.iter().for_each(|spoken| say(sheets, spoken)),
    }
}

fn fact(sheets: &mut Sheets<'_>, name: &str, value: &str) {
    let cells = [(0.0, NAMES - GAP, Ink::Grey, name), (NAMES, COLUMN - NAMES, Ink::Black, value)];
    row(sheets, &cells, TEXT);
}

fn lay_out_table(sheets: &mut Sheets<'_>, table: &Table) {
    let places = places(table);
    heads(sheets, table, &places);
    for cells in &table.rows {
        let cells: Vec<_> = cells.iter().map(String::as_str).collect();
        let cells = placed(&places, &cells, Ink::Black);
        if sheets.need(height(sheets, &cells, TEXT) + 5.0) {
            heads(sheets, table, &places);
        }
        row(sheets, &cells, TEXT);
        sheets.down(2.0);
        sheets.rule(0.0, COLUMN, 0.4, Ink::Hair);
        sheets.down(3.0);
    }
    if let Some(sum) = &table.sum {
        paragraph(sheets, 0.0, COLUMN, TEXT, Ink::Black, sum);
    }
}

fn heads(sheets: &mut Sheets<'_>, table: &Table, places: &[(f32, f32)]) {
    let names: Vec<_> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
    row(sheets, &placed(places, &names, Ink::Grey), SMALL);
    sheets.down(3.0);
}

/// Where each column begins, and how wide it is.
fn places(table: &Table) -> Vec<(f32, f32)> {
    let shares: f32 = table.columns.iter().map(|(_, share)| f32::from(*share)).sum();
    let mut x = 0.0;
    let place = |(_, share): &(String, u16)| {
        let width = COLUMN * f32::from(*share) / shares.max(1.0);
        let place = (x, width - GAP);
        x += width;
        place
    };
    table.columns.iter().map(place).collect()
}

type Cell<'a> = (f32, f32, Ink, &'a str);

fn placed<'a>(places: &[(f32, f32)], cells: &[&'a str], ink: Ink) -> Vec<Cell<'a>> {
    places.iter().zip(cells).map(|(&(x, width), &text)| (x, width, ink, text)).collect()
}

fn height(sheets: &Sheets<'_>, cells: &[Cell<'_>], size: f32) -> f32 {
    let lines = cells.iter().map(|(_, width, _, text)| broken(sheets.face, text, size, *width));
    let most = lines.map(|lines| u16::try_from(lines.len()).unwrap_or(u16::MAX)).max();
    f32::from(most.unwrap_or(1)) * size * LEADING
}

/// Cells side by side, line by line, so that a long one goes on over the next sheet.
fn row(sheets: &mut Sheets<'_>, cells: &[Cell<'_>], size: f32) {
    let broken: Vec<_> =
        cells.iter().map(|(_, width, _, text)| broken(sheets.face, text, size, *width)).collect();
    let most = broken.iter().map(Vec::len).max().unwrap_or_default();
    for place in 0..most {
        sheets.need(size * LEADING);
        for ((x, _, ink, _), lines) in cells.iter().zip(&broken) {
            if let Some(line) = lines.get(place) {
                sheets.put(*x, size, size, *ink, line);
            }
        }
        sheets.down(size * LEADING);
    }
}

fn say(sheets: &mut Sheets<'_>, Spoken { head, body }: &Spoken) {
    sheets.need((SMALL + 2.0 * TEXT) * LEADING);
    paragraph(sheets, 0.0, COLUMN, SMALL, Ink::Grey, head);
    paragraph(sheets, 0.0, COLUMN, TEXT, Ink::Black, body);
    sheets.down(6.0);
}

fn paragraph(sheets: &mut Sheets<'_>, x: f32, width: f32, size: f32, ink: Ink, text: &str) {
    row(sheets, &[(x, width, ink, text)], size);
}
