//! Points in time as people say them: relative while near, a day and a clock when far.

use domain::time::{Span, Timestamp};

use crate::reader::Reader;
use crate::words::Lang;

const SOON: Span = Span::hours(2);
const MINUTE: i64 = Span::minutes(1).0;
const DAY: i64 = Span::days(1).0;

/// How pressing a due time is; the word is a chip's tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressing {
    Late,
    Soon,
    Later,
}

/// A point in time where the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    /// Days since the first of January 1970.
    pub date: i64,
}

impl Pressing {
    pub fn of(due: Timestamp, now: Timestamp) -> Self {
        match due - now {
            left if left.0 < 0 => Self::Late,
            left if left < SOON => Self::Soon,
            _ => Self::Later,
        }
    }

    pub const fn tone(self) -> Option<&'static str> {
        match self {
            Self::Late => Some("late"),
            Self::Soon => Some("soon"),
            Self::Later => None,
        }
    }
}

impl Civil {
    /// `offset` is minutes east of Greenwich.
    pub fn at(time: Timestamp, offset: i32) -> Self {
        let minutes = (time.0 + i64::from(offset) * MINUTE).div_euclid(MINUTE);
        let (date, of_day) = (minutes.div_euclid(1440), minutes.rem_euclid(1440));
        let (year, month, day) = calendar(date);
        Self { year, month, day, hour: of_day / 60, minute: of_day % 60, date }
    }

    pub fn clock(&self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }

    /// `2026-11-22`, as machines read it.
    pub fn iso_date(&self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// As inputs of the kind `datetime-local` have it.
    pub fn iso(&self) -> String {
        format!("{}T{}", self.iso_date(), self.clock())
    }
}

/// The day a point in time falls on, as a number that grows by one a day.
pub fn date_of(time: Timestamp, offset: i32) -> i64 {
    (time.0 + i64::from(offset) * MINUTE).div_euclid(DAY)
}

/// When a day begins.
pub fn start_of(date: i64, offset: i32) -> Timestamp {
    Timestamp(date * DAY - i64::from(offset) * MINUTE)
}

/// Reads what an input of the kind `datetime-local` sends: `2026-11-22T09:30`.
pub fn parse_local(text: &str, offset: i32) -> Option<Timestamp> {
    let (date, clock) = text.split_once('T')?;
    let numbers = |text: &str, by: char| {
        text.split(by).map(|part| part.parse::<i64>().ok()).collect::<Option<Vec<_>>>()
    };
    let (&[year, month, day], &[hour, minute, ..]) =
        (&numbers(date, '-')?[..], &numbers(clock, ':')?[..])
    else {
        return None;
    };
    let minutes = days(year, month, day) * 1440 + hour * 60 + minute - i64::from(offset);
    Some(Timestamp(minutes * MINUTE))
}

/// Something that happened: "刚刚", "3 分钟前", "今天 09:14", "11 月 2 日 09:14".
pub fn happened(at: Timestamp, now: Timestamp, reader: &Reader) -> String {
    let minutes = (now - at).whole_minutes();
    match minutes {
        ..1 => reader.lang.time_just_now().into(),
        1..60 => reader.lang.time_minutes_ago(minutes),
        _ => absolute(at, now, reader),
    }
}

/// Something that is due: "剩 38 分", "超 12 分", "明天 10:30".
pub fn due(at: Timestamp, now: Timestamp, reader: &Reader) -> String {
    let w = reader.lang;
    let left = at - now;
    if left.0 < 0 {
        return w.time_late(w.span(Span(-left.0)));
    }
    if left < Span::hours(6) && date_of(at, reader.offset) == date_of(now, reader.offset)
        || left < Span::hours(1)
    {
        return w.time_left(w.span(left));
    }
    absolute(at, now, reader)
}

/// The day and the clock; the day in words when it is near.
pub fn absolute(at: Timestamp, now: Timestamp, reader: &Reader) -> String {
    let (then, today) = (Civil::at(at, reader.offset), Civil::at(now, reader.offset));
    let clock = then.clock();
    match then.date - today.date {
        0 => reader.lang.time_today(clock),
        -1 => reader.lang.time_yesterday(clock),
        1 => reader.lang.time_tomorrow(clock),
        _ => format!("{} {clock}", day(&then, &today, reader.lang)),
    }
}

/// The day alone: "11 月 2 日", with the year when it is another.
pub fn day(then: &Civil, today: &Civil, lang: Lang) -> String {
    let Civil { year, month, day, .. } = then;
    let same_year = then.year == today.year;
    match lang {
        Lang::Hans | Lang::Hant if same_year => format!("{month} 月 {day} 日"),
        Lang::Hans | Lang::Hant => format!("{year} 年 {month} 月 {day} 日"),
        Lang::En if same_year => format!("{day} {}", month_name(*month)),
        Lang::En => format!("{day} {} {year}", month_name(*month)),
    }
}

impl Lang {
    /// A length of time, in its two largest units.
    pub fn span(self, span: Span) -> String {
        let minutes = span.whole_minutes();
        let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        match (days, hours, rest) {
            (0, 0, minutes) => self.span_minutes(minutes),
            (0, hours, 0) => self.span_hours(hours),
            (0, hours, minutes) => self.span_hours_minutes(hours, format!("{minutes:02}")),
            (days, 0, _) => self.span_days(days),
            (days, hours, _) => self.span_days_hours(days, hours),
        }
    }
}

fn month_name(month: i64) -> &'static str {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    usize::try_from(month - 1).ok().and_then(|at| NAMES.get(at)).copied().unwrap_or_default()
}

/// Days since 1970-01-01 to a date of the Gregorian calendar. Years are counted from March, so
/// that the leap day comes last; 400 of them have 146 097 days.
fn calendar(date: i64) -> (i64, i64, i64) {
    let shifted = date + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year + i64::from(month <= 2), month, day)
}

/// The other way round.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let month = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * month + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use domain::time::{Span, Timestamp};

    use super::{Civil, due, happened, parse_local};
    use crate::reader::{CHINA, Reader};
    use crate::words::Lang;

    /// 2026-11-22 14:36 in Shanghai.
    const NOW: Timestamp = Timestamp(1_795_329_360_000);

    fn reader(lang: Lang) -> Reader {
        Reader { lang, ..Reader::default() }
    }

    #[test]
    fn the_near_past_is_relative_and_the_far_past_is_a_day() {
        let said = |ago| happened(NOW - ago, NOW, &reader(Lang::Hans));

        assert_eq!(said(Span::seconds(20)), "刚刚");
        assert_eq!(said(Span::minutes(3)), "3 分钟前");
        assert_eq!(said(Span::hours(5)), "今天 09:36");
        assert_eq!(said(Span::hours(20)), "昨天 18:36");
        assert_eq!(said(Span::days(20)), "11 月 2 日 14:36");
        assert_eq!(said(Span::days(400)), "2025 年 10 月 18 日 14:36");
    }

    #[test]
    fn what_is_due_counts_down_while_near() {
        let said = |left| due(NOW + left, NOW, &reader(Lang::Hans));

        assert_eq!(said(Span::minutes(-12)), "超 12 分");
        assert_eq!(said(Span::hours(-50)), "超 2 天 2 时");
        assert_eq!(said(Span::minutes(38)), "剩 38 分");
        assert_eq!(said(Span::minutes(65)), "剩 1 时 05 分");
        assert_eq!(said(Span::hours(3)), "剩 3 时");
        assert_eq!(said(Span::hours(8)), "今天 22:36");
        assert_eq!(said(Span::hours(20)), "明天 10:36");
    }

    #[test]
    fn english_says_it_its_own_way() {
        let said = happened(NOW - Span::days(20), NOW, &reader(Lang::En));

        assert_eq!(said, "2 Nov 14:36");
    }

    #[test]
    fn an_input_reads_back_what_it_was_given() {
        let leap_day = parse_local("2028-02-29T23:59", CHINA).unwrap();

        assert_eq!(Civil::at(leap_day, CHINA).iso(), "2028-02-29T23:59");
    }
}
