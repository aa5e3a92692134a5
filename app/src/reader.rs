//! Who reads the page: language, looks, and what time it is for them.
//!
//! The server finds this out from the request and writes it on the `<html>` element; the browser
//! reads it from there. So both render the same page, and hydration agrees.

use domain::time::{Span, Timestamp};
use leptos::prelude::*;

use crate::words::Lang;

/// Minutes east of Greenwich, where nothing else is said: Asia/Shanghai.
pub const CHINA: i32 = 480;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    pub lang: Lang,
    pub theme: Theme,
    /// Minutes east of Greenwich.
    pub offset: i32,
    /// When the server answered.
    pub now: Timestamp,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == name)
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self { lang: Lang::Hans, theme: Theme::System, offset: CHINA, now: Timestamp(0) }
    }
}

/// The reader of this page.
pub fn reader() -> Reader {
    place::reader()
}

/// The language of this page: `let w = lang();`, then `w.desk_my_work()`.
pub fn lang() -> Lang {
    reader().lang
}

/// What time it is. In the browser it goes on by itself, every [`TICK`].
#[derive(Clone, Copy)]
struct Now(ReadSignal<Timestamp>);

const TICK: Span = Span::seconds(20);

/// Starts the clock of a page, once, at the top of each program's map.
pub fn start_clock() {
    let server = reader().now;
    let (now, set_now) = signal(server);
    provide_context(Now(now));
    Effect::new(move || place::tick(TICK, server, set_now));
}

/// Follow this with `.get()` to be told again when it has moved on.
pub fn now() -> Signal<Timestamp> {
    use_context::<Now>().map_or_else(|| Signal::stored(reader().now), |Now(now)| now.into())
}

/// What time it is this moment, for what is kept in the browser.
pub fn clock() -> Timestamp {
    place::clock()
}

/// Keeps a choice for a year.
pub fn remember(name: &str, value: &str) {
    place::set_cookie(name, value);
}

/// Applies a theme to the page that is open.
pub fn wear(theme: Theme) {
    remember("theme", theme.as_str());
    place::set_attribute("data-theme", theme.as_str());
}

/// Speaks another language from here on. The page is asked for anew: all of it changes.
pub fn speak(lang: Lang) {
    remember("lang", lang.tag());
    place::reload();
}

#[cfg(not(target_arch = "wasm32"))]
mod place {
    use super::{Reader, Span, Timestamp, WriteSignal, use_context};

    pub fn reader() -> Reader {
        use_context().unwrap_or_default()
    }

    /// On the server a page has one time.
    pub fn clock() -> Timestamp {
        reader().now
    }

    // The server renders a page once: nothing ticks, and nothing is clicked.
    pub fn tick(_: Span, _: Timestamp, _: WriteSignal<Timestamp>) {}
    pub fn set_cookie(_: &str, _: &str) {}
    pub fn set_attribute(_: &str, _: &str) {}
    pub fn reload() {}
}

#[cfg(target_arch = "wasm32")]
mod place {
    use std::cell::OnceCell;

    use leptos::prelude::{Set, document, window};
    use wasm_bindgen::JsCast;

    use super::{CHINA, Lang, Reader, Span, Theme, Timestamp, WriteSignal};

    const YEAR: u32 = 31_536_000;

    thread_local! {
        static READER: OnceCell<Reader> = const { OnceCell::new() };
    }

    /// A page keeps its language and offset for as long as it is open.
    pub fn reader() -> Reader {
        READER.with(|reader| *reader.get_or_init(read))
    }

    fn read() -> Reader {
        Reader {
            lang: attribute("lang").and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default(),
            theme: attribute("data-theme").and_then(|it| Theme::from_name(&it)).unwrap_or_default(),
            offset: number("data-offset").unwrap_or(CHINA),
            now: Timestamp(number("data-now").unwrap_or_default()),
        }
    }

    /// Clocks of computers differ: what counts is the server's, moved on by what passed here.
    pub fn tick(every: Span, server: Timestamp, now: WriteSignal<Timestamp>) {
        let ahead = server - clock();
        let every = u32::try_from(every.0).unwrap_or(u32::MAX);
        // A page is never closed while it runs, so the interval is never stopped.
        gloo::timers::callback::Interval::new(every, move || now.set(clock() + ahead)).forget();
    }

    #[expect(clippy::cast_possible_truncation, reason = "milliseconds fit until the year 287396")]
    pub fn clock() -> Timestamp {
        Timestamp(js_sys::Date::now() as i64)
    }

    fn number<T: std::str::FromStr>(name: &str) -> Option<T> {
        attribute(name)?.parse().ok()
    }

    fn attribute(name: &str) -> Option<String> {
        document().document_element()?.get_attribute(name)
    }

    pub fn set_attribute(name: &str, value: &str) {
        if let Some(html) = document().document_element() {
            let _ = html.set_attribute(name, value);
        }
    }

    pub fn set_cookie(name: &str, value: &str) {
        let cookie = format!("{name}={value}; path=/; max-age={YEAR}; samesite=lax");
        if let Some(document) = document().dyn_ref::<web_sys::HtmlDocument>() {
            let _ = document.set_cookie(&cookie);
        }
    }

    pub fn reload() {
        let _ = window().location().reload();
    }
}
