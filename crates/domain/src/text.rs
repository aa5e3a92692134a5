//! Words people write, made impossible to get wrong.

use serde::{Deserialize, Serialize};

use crate::invalid::Flaw;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident { max: $max:literal, lines: $lines:literal },)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Characters, not bytes.
            pub const MAX: usize = $max;

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = Flaw;

            fn try_from(text: String) -> Result<Self, Flaw> {
                let text = if $lines { tidy_lines(&text) } else { tidy_line(&text) };
                match text.chars().count() {
                    0 => Err(Flaw::Blank),
                    n if n > Self::MAX => Err(Flaw::TooLong { max: Self::MAX }),
                    _ => Ok(Self(text)),
                }
            }
        }

        impl TryFrom<&str> for $name {
            type Error = Flaw;

            fn try_from(text: &str) -> Result<Self, Flaw> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

texts! {
    /// One tidy line, short enough for a list.
    Subject { max: 200, lines: false },
    /// What a message, a description or a note says.
    Body { max: 20_000, lines: true },
    /// What a person, a group or a category is called.
    Name { max: 80, lines: false },
    /// What a leader wants to see done.
    Requirement { max: 500, lines: true },
    /// How far it is, as the supervised side says.
    Report { max: 2_000, lines: true },
    /// Why something was done, in the words of whoever did it.
    Reason { max: 500, lines: true },
}

/// Runs of white space become one space. Control characters go: they come from broken programs,
/// Postgres refuses NUL, and none can be shown.
fn tidy_line(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Keeps lines as they were written, without blank edges or control characters.
fn tidy_lines(text: &str) -> String {
    let visible: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    visible.trim().to_owned()
}

impl Subject {
    /// A subject for somebody who wrote only a description: its first line, cut to fit a list.
    pub fn from_body(body: &Body) -> Self {
        const ENOUGH: usize = 40;
        let line = body.as_str().lines().next().unwrap_or_default();
        let cut: String = line.chars().take(ENOUGH).collect();
        let more = if line.chars().count() > ENOUGH { "…" } else { "" };
        Self(format!("{}{more}", tidy_line(&cut)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, Subject};
    use crate::invalid::Flaw;

    #[test]
    fn a_subject_is_one_tidy_line() {
        assert_eq!(
            Subject::try_from(" 空调\n 坏了\u{0} ").map(String::from),
            Ok("空调 坏了".into())
        );
        assert_eq!(Subject::try_from(" \n "), Err(Flaw::Blank));
        assert_eq!(Subject::try_from("字".repeat(201)), Err(Flaw::TooLong { max: 200 }));
    }

    #[test]
    fn a_body_keeps_its_lines() {
        assert_eq!(Body::try_from("\r\n一\r\n\r\n二 ").map(String::from), Ok("一\n\n二".into()));
    }

    #[test]
    fn a_description_lends_its_first_line_to_the_subject() {
        let body = Body::try_from(format!("{}\n第二行", "长".repeat(60))).unwrap();

        assert_eq!(Subject::from_body(&body).as_str(), format!("{}…", "长".repeat(40)));
    }
}
