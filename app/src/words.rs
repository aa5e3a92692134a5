//! Everything people read, in their language.
//!
//! One line per text, with all three languages on it: a text that lacks one does not compile, and
//! one that no page uses falls out of the browser program. The domain has codes, never sentences;
//! here codes become sentences.

/// Texts as methods of [`Lang`]: `lang().desk_my_work()`, or with parts, `lang().left("38 分")`.
macro_rules! words {
    ($($name:ident $(($($part:ident),+))? => $hans:literal, $hant:literal, $en:literal;)+) => {
        impl crate::words::Lang {
            $(crate::words::word!($name $(($($part),+))? => $hans, $hant, $en);)+
        }
    };
}

macro_rules! word {
    ($name:ident => $hans:literal, $hant:literal, $en:literal) => {
        pub const fn $name(self) -> &'static str {
            match self {
                Self::Hans => $hans,
                Self::Hant => $hant,
                Self::En => $en,
            }
        }
    };
    ($name:ident ($($part:ident),+) => $hans:literal, $hant:literal, $en:literal) => {
        pub fn $name(self, $($part: impl std::fmt::Display),+) -> String {
            match self {
                Self::Hans => format!($hans),
                Self::Hant => format!($hant),
                Self::En => format!($en),
            }
        }
    };
}
pub(crate) use word;

mod admin;
mod calculators;
mod case_file;
mod codes;
mod connectors;
mod desk;
mod flaws;
mod flow_trial;
mod flows;
mod formulas;
mod identity;
mod outside;
mod partners;
mod portal;
mod shared;
mod supervision;
mod tasks;

/// The languages of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    Hans,
    Hant,
    En,
}

impl Lang {
    pub const ALL: [Self; 3] = [Self::Hans, Self::Hant, Self::En];

    /// For `lang` attributes and the cookie.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Hans => "zh-Hans",
            Self::Hant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// What the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Hans => "简体中文",
            Self::Hant => "繁體中文",
            Self::En => "English",
        }
    }

    /// Reads one language tag. Regions say which Chinese it is where the script does not.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        let mut parts = tag.split('-');
        match (parts.next()?, parts.next()) {
            ("en", _) => Some(Self::En),
            ("zh", Some("tw" | "hk" | "mo" | "hant")) => Some(Self::Hant),
            ("zh", _) => Some(Self::Hans),
            _ => None,
        }
    }

    /// The best of what a browser accepts, as in `zh-TW,zh;q=0.9,en;q=0.8`.
    pub fn accepted(header: &str) -> Option<Self> {
        let weighed = header.split(',').filter_map(|part| {
            let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
            let weight: f32 = weight.trim().parse().ok().filter(|weight| *weight > 0.0)?;
            Some((Self::from_tag(tag)?, weight))
        });
        // The first of equals wins: browsers list what they like best first.
        weighed.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(lang, _)| lang)
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_taiwanese_browser_gets_traditional_chinese() {
        assert_eq!(Lang::accepted("zh-TW,zh;q=0.9,en-US;q=0.8"), Some(Lang::Hant));
        assert_eq!(Lang::accepted("zh-Hant-HK"), Some(Lang::Hant));
    }

    #[test]
    fn a_mainland_browser_gets_simplified_chinese() {
        for header in ["zh", "zh-CN,zh;q=0.9", "zh-SG", "zh-MY", "zh-Hans-TW"] {
            assert_eq!(Lang::accepted(header), Some(Lang::Hans), "{header}");
        }
    }

    #[test]
    fn weights_decide_and_unknown_languages_are_passed_over() {
        assert_eq!(Lang::accepted("fr;q=1, zh-HK;q=0.5, en;q=0.7"), Some(Lang::En));
        assert_eq!(Lang::accepted("en;q=0, zh-TW;q=0.1"), Some(Lang::Hant));
        assert_eq!(Lang::accepted("fr-FR"), None);
    }

    #[test]
    fn parts_are_put_into_sentences() {
        assert_eq!(Lang::Hans.time_left("38 分"), "剩 38 分");
        assert_eq!(Lang::En.time_left("38 min"), "38 min left");
    }
}
