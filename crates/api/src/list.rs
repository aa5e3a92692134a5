//! Lists: one page at a time, and where the next one begins.

use std::fmt::Display;

use domain::invalid::{Flaw, Flaws};
use domain::list::{Cursor, Page, PageSize};
use serde::Serialize;
use utoipa::ToSchema;

use crate::error::ApiError;
use crate::reference::MAX_ID;

/// One page.
#[derive(Serialize, ToSchema)]
pub(crate) struct ListBody<T: ToSchema> {
    pub items: Vec<T>,
    /// Send it as `cursor` for the page after this one; `null` on the last page.
    pub next_cursor: Option<String>,
}

impl<T: ToSchema> ListBody<T> {
    /// Everything there is, on one page.
    pub fn whole<V>(items: Vec<V>) -> Self
    where
        V: Into<T>,
    {
        Self { items: items.into_iter().map(Into::into).collect(), next_cursor: None }
    }
}

/// A place in a list that is several lists in a row, such as a worklist: one's own tasks first,
/// then those to claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place<S> {
    pub part: S,
    pub after: Option<Cursor>,
}

impl<S: Display> Display for Place<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { part, after } = self;
        match after {
            None => write!(f, "{part}_"),
            Some(after) => write!(f, "{part}_{after}"),
        }
    }
}

impl<S> Place<S> {
    /// Reads what [`Display`] wrote, if `part` knows the part.
    pub fn read(text: &str, part: impl Fn(&str) -> Option<S>) -> Result<Self, Flaw> {
        let (name, after) = text.split_once('_').ok_or(Flaw::Unknown)?;
        let after = if after.is_empty() { None } else { Some(after.parse()?) };
        Ok(Self { part: part(name).ok_or(Flaw::Unknown)?, after })
    }
}

/// Collects a page across the parts of a list.
pub(crate) struct Walk<S, T> {
    parts: Vec<S>,
    after: Option<Cursor>,
    limit: u16,
    rows: Vec<T>,
}

impl<S: Copy + PartialEq, T> Walk<S, T> {
    /// From `place` on, or from the start; `parts` are in their order.
    pub fn new(parts: &[S], place: Option<Place<S>>, limit: PageSize) -> Self {
        let begin = place.as_ref().and_then(|place| parts.iter().position(|p| *p == place.part));
        Self {
            parts: parts[begin.unwrap_or(0)..].to_vec(),
            after: place.and_then(|place| place.after),
            limit: limit.get(),
            rows: Vec::new(),
        }
    }

    /// What to ask for now; `None` when the page is full, or there is nothing left.
    pub fn ask(&self) -> Option<(S, Option<Cursor>, PageSize)> {
        let missing = usize::from(self.limit).saturating_sub(self.rows.len());
        let missing = PageSize::try_from(u16::try_from(missing).ok()?).ok()?;
        self.parts.first().map(|part| (*part, self.after, missing))
    }

    /// Takes what was answered.
    pub fn take<V>(&mut self, page: Page<V>, row: impl Fn(V) -> T) {
        self.rows.extend(page.rows.into_iter().map(row));
        self.after = page.next;
        if page.next.is_none() {
            self.parts.remove(0);
        }
    }

    pub fn page(self) -> ListBody<T>
    where
        S: Display,
        T: ToSchema,
    {
        let next = self.parts.first().map(|part| Place { part: *part, after: self.after });
        ListBody { items: self.rows, next_cursor: next.map(|place| place.to_string()) }
    }
}

/// Text from a query string; `q=` says as little as nothing. Control characters come from broken
/// programs, and Postgres refuses NUL.
pub(crate) fn said(text: Option<String>) -> Option<String> {
    let visible: String = text?.chars().filter(|c| !c.is_control()).collect();
    Some(visible).filter(|text| !text.trim().is_empty())
}

/// Reads one parameter of a query string, or notes what is wrong with it. `limit=` says nothing.
pub(crate) fn parameter<T>(
    flaws: &mut Flaws,
    name: &str,
    text: Option<String>,
    read: impl Fn(&str) -> Result<T, Flaw>,
) -> Option<T> {
    text.filter(|text| !text.is_empty()).and_then(|text| flaws.take(name, read(&text)))
}

pub(crate) fn limit(text: &str) -> Result<PageSize, Flaw> {
    let rows: u16 = text.parse().map_err(|_| too_many())?;
    PageSize::try_from(rows)
}

const fn too_many() -> Flaw {
    Flaw::OutOfRange { min: 1, max: PageSize::MAX as i64 }
}

pub(crate) fn id(text: &str) -> Result<i64, Flaw> {
    text.parse().ok().filter(|id| (1..=MAX_ID).contains(id)).ok_or(Flaw::Unknown)
}

/// Passes, or says which parameters are wrong.
pub(crate) fn sound(flaws: Flaws) -> Result<(), ApiError> {
    if flaws.is_empty() {
        return Ok(());
    }
    let detail = "some of the query parameters cannot be read";
    Err(ApiError::bad_request("bad_query", detail).with_flaws(flaws))
}

#[cfg(test)]
mod tests {
    use domain::list::{Cursor, Page, PageSize};

    use super::{Place, Walk};

    fn page(rows: &[i64], next: bool) -> Page<i64> {
        let next = next.then(|| Cursor { rank: 0, id: rows.last().copied().unwrap_or_default() });
        Page { rows: rows.to_vec(), next }
    }

    fn walk(place: Option<Place<&'static str>>) -> Walk<&'static str, i64> {
        Walk::new(&["mine", "queue"], place, PageSize::try_from(3).unwrap())
    }

    #[test]
    fn a_page_goes_on_where_the_part_before_ends() {
        let mut walk = walk(None);

        assert_eq!(walk.ask().map(|(part, _, rows)| (part, rows.get())), Some(("mine", 3)));
        walk.take(page(&[1, 2], false), |row| row);
        assert_eq!(walk.ask().map(|(part, _, rows)| (part, rows.get())), Some(("queue", 1)));
        walk.take(page(&[3], true), |row| row);

        assert!(walk.ask().is_none());
        let page = walk.page();
        assert_eq!((page.items, page.next_cursor), (vec![1, 2, 3], Some("queue_0.3".into())));
    }

    #[test]
    fn the_last_page_has_no_next() {
        let place = Place { part: "queue", after: Some(Cursor { rank: 0, id: 3 }) };
        let mut walk = walk(Some(place));

        assert_eq!(walk.ask().map(|(part, after, _)| (part, after)), Some(("queue", place.after)));
        walk.take(page(&[4], false), |row| row);

        assert!(walk.ask().is_none());
        assert_eq!(walk.page().next_cursor, None);
    }

    #[test]
    fn a_place_reads_back_as_it_was_written() {
        let known = |name: &str| ["mine", "queue"].into_iter().find(|known| *known == name);
        for place in ["mine_", "queue_-5.7", "mine_9223372036854775807.1"] {
            assert_eq!(Place::read(place, known).unwrap().to_string(), place);
        }
        for text in ["", "mine", "other_1.2", "mine_1", "mine_99999999999999999999.1", "mine_1.2.3"]
        {
            assert!(Place::read(text, known).is_err(), "{text}");
        }
    }
}
