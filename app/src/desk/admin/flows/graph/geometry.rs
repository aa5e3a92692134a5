//! From counted places to pixels.

use domain::flow::layout::{Edge, Layout, Node};

pub const WIDTH: f64 = 136.0;
pub const HEIGHT: f64 = 50.0;
/// The end is smaller than a step.
pub const END: f64 = 56.0;
const GAP: (f64, f64) = (108.0, 34.0);
const MARGIN: f64 = 16.0;
/// Between the steps and the first lane, and from lane to lane.
const LANE: (f64, f64) = (6.0, 24.0);
const BEND: f64 = 8.0;
/// Where lines leave the straight: a little further for each row, so that none hides another.
const STUB: f64 = 16.0;
const EACH: f64 = 7.0;

/// A line, where its label stands, and how much room that has.
pub struct Shape {
    pub path: String,
    pub label: (f64, f64),
    pub room: f64,
}

pub fn size(layout: &Layout) -> (f64, f64) {
    let columns = count(layout.columns);
    let width = 2.0 * MARGIN + columns * WIDTH + (columns - 1.0).max(0.0) * GAP.0;
    (width, lane(layout, layout.lanes))
}

/// Left and top of a node.
pub fn corner(node: &Node) -> (f64, f64) {
    let x = MARGIN + count(node.column) * (WIDTH + GAP.0);
    (x, MARGIN + count(node.row) * (HEIGHT + GAP.1))
}

pub fn line(layout: &Layout, edge: &Edge) -> Shape {
    let (from, to) = (&layout.nodes[edge.from], &layout.nodes[edge.to]);
    let ((x0, y0), (x1, y1)) = (corner(from), corner(to));
    let (x0, y0, y1) = (x0 + WIDTH, y0 + HEIGHT / 2.0, y1 + HEIGHT / 2.0);
    let out = x0 + STUB + EACH * count(from.row % 4);
    match edge.lane {
        None if from.row == to.row => Shape {
            path: format!("M{x0} {y0}H{x1}"),
            label: (f64::midpoint(x0, x0 + GAP.0), y0 - 6.0),
            room: GAP.0 - 14.0,
        },
        None => Shape {
            path: format!("M{x0} {y0}H{}{}H{x1}", out - BEND, turn(out, y0, y1)),
            label: (f64::midpoint(out, x1), y1 - 6.0),
            room: x1 - out - 6.0,
        },
        Some(number) => {
            let low = lane(layout, number);
            let back = x1 - STUB - EACH * count(to.row % 4);
            let (left, right) = (out.min(back), out.max(back));
            let side = if back < out { BEND } else { -BEND };
            let path = format!(
                "M{x0} {y0}H{}Q{out} {y0} {out} {}V{}Q{out} {low} {} {low}H{}Q{back} {low} {back} {}V{}Q{back} {y1} {} {y1}H{x1}",
                out - BEND,
                y0 + BEND,
                low - BEND,
                out - side,
                back + side,
                low - BEND,
                y1 + BEND,
                back + BEND,
            );
            let label = (f64::midpoint(left, right), low - 5.0);
            Shape { path, label, room: right - left - 20.0 }
        }
    }
}

/// From one row to another, round at both ends.
fn turn(x: f64, from: f64, to: f64) -> String {
    let side = if to > from { BEND } else { -BEND };
    format!("Q{x} {from} {x} {}V{}Q{x} {to} {} {to}", from + side, to - side, x + BEND)
}

fn lane(layout: &Layout, number: usize) -> f64 {
    let rows = count(layout.rows);
    let below = MARGIN + rows * HEIGHT + (rows - 1.0).max(0.0) * GAP.1;
    below + LANE.0 + LANE.1 * (count(number) + 0.5)
}

#[expect(clippy::cast_precision_loss, reason = "a flow has sixty steps")]
fn count(number: usize) -> f64 {
    number as f64
}

/// As much of the text as fits; a Chinese letter is as wide as it is high.
pub fn fit(text: &str, room: f64) -> String {
    const LETTER: f64 = 11.5;

    let mut width = 0.0;
    let mut fitting = String::new();
    for letter in text.chars() {
        width += if letter.is_ascii() { LETTER * 0.56 } else { LETTER };
        if width > room {
            fitting.pop();
            fitting.push('…');
            break;
        }
        fitting.push(letter);
    }
    fitting
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn what_does_not_fit_is_cut_and_says_so() {
        assert_eq!(fit("通过", 60.0), "通过");
        assert_eq!(fit("涉及金额 ≤ 500 元", 60.0), "涉及金额…");
        assert_eq!(fit("approved", 60.0), "approved");
    }
}
