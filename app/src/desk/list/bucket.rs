//! Lines under headings: what is late, what is for today, what can wait.

use domain::behind::MadeOf;
use domain::state::StateCategory;
use domain::time::Timestamp;

use super::line::Line;
use crate::desk::address::ListOf;
use crate::when::date_of;
use crate::words::Lang;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bucket {
    Late,
    Today,
    Tomorrow,
    Later,
    NoPromise,
    /// Finished, by the day it was last touched.
    DoneToday,
    DoneYesterday,
    DoneBefore,
    /// Not sorted by time.
    Found,
}

/// What stands in a list, one under the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    Heading(Bucket),
    Line(Box<Line>),
}

impl Bucket {
    fn of(line: &Line, list: &ListOf, now: Timestamp, offset: i32) -> Self {
        if let ListOf::Tickets(query) = list
            && query.words.is_some()
        {
            return Self::Found;
        }
        if let ListOf::Behind(query) = list
            && matches!(query.number.made_of(), MadeOf::Today(_))
        {
            return Self::DoneToday;
        }
        let days = |at: Timestamp| date_of(at, offset) - date_of(now, offset);
        match line.state.category() {
            StateCategory::Resolved | StateCategory::Closed => match days(line.at) {
                0.. => Self::DoneToday,
                -1 => Self::DoneYesterday,
                _ => Self::DoneBefore,
            },
            StateCategory::New | StateCategory::Open | StateCategory::Waiting => {
                match line.due_at.or(line.wake_at) {
                    None => Self::NoPromise,
                    Some(at) if at < now && line.due_at.is_some() => Self::Late,
                    Some(at) => match days(at) {
                        ..=0 => Self::Today,
                        1 => Self::Tomorrow,
                        _ => Self::Later,
                    },
                }
            }
        }
    }

    pub const fn label(self, w: Lang) -> &'static str {
        match self {
            Self::Late => w.list_late(),
            Self::Today => w.list_today(),
            Self::Tomorrow => w.list_tomorrow(),
            Self::Later => w.list_later(),
            Self::NoPromise => w.list_no_promise(),
            Self::DoneToday => w.list_done_today(),
            Self::DoneYesterday => w.list_done_yesterday(),
            Self::DoneBefore => w.list_done_before(),
            Self::Found => w.list_found(),
        }
    }
}

/// The lines in their order, each run of one kind under its heading.
pub fn under_headings(lines: &[Line], of: &ListOf, now: Timestamp, offset: i32) -> Vec<Item> {
    let mut items = Vec::with_capacity(lines.len() + 4);
    let mut last = None;
    for line in lines {
        let bucket = Bucket::of(line, of, now, offset);
        if last.replace(bucket) != Some(bucket) && !items.contains(&Item::Heading(bucket)) {
            items.push(Item::Heading(bucket));
        }
        items.push(Item::Line(Box::new(line.clone())));
    }
    items
}
