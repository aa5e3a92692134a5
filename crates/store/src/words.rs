//! What a text is found by: one tokenizer for both databases.
//!
//! Chinese has no spaces, and the shortest useful query is two characters. So a run of CJK
//! characters becomes its pairs of neighbours, `退款申请` → `退款 款申 申请 请`; the last character
//! stands alone, so that a single character is always the beginning of some token. Everything else
//! is kept word by word. The databases only see finished tokens and agree because neither is asked
//! to understand them.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use unicode_normalization::UnicodeNormalization;

/// Longer "words" are not words: they are cut, in texts and in queries alike.
const LONGEST: usize = 64;
/// A number this long is also found by its end.
const LONG_NUMBER: usize = 7;
/// How much of its end somebody must type.
const ENDING: usize = 4;
/// In front of a number written backwards; no word of any language begins like this.
const BACKWARDS: &str = "zzq";
/// A query with more says nothing more.
const MOST_TERMS: usize = 24;

/// The tokens of a text, each once, separated by spaces.
///
/// SQLite: the value of `message_words.words`. Postgres:
/// `array_to_tsvector(string_to_array($1, ' '))`.
pub fn tokens(text: &str) -> String {
    let mut tokens = BTreeSet::new();
    for part in parts(text) {
        match part {
            Part::Cjk(run) => {
                tokens.extend(pairs(&run));
                tokens.extend(run.last().map(char::to_string));
            }
            Part::Word(word) => {
                tokens.extend(is_long_number(&word).then(|| backwards(&word)));
                tokens.insert(word);
            }
        }
    }
    tokens.into_iter().collect::<Vec<_>>().join(" ")
}

/// What to `MATCH`; `None` when the text holds nothing to search for.
pub fn sqlite_query(text: &str) -> Option<String> {
    query(text, " AND ", " OR ", |term| match term {
        Term::Is(token) => format!("\"{token}\""),
        Term::Begins(token) => format!("\"{token}\"*"),
    })
}

/// What to cast to `tsquery`; `None` when the text holds nothing to search for.
pub fn postgres_query(text: &str) -> Option<String> {
    query(text, " & ", " | ", |term| match term {
        Term::Is(token) => format!("'{token}'"),
        Term::Begins(token) => format!("'{token}':*"),
    })
}

enum Part {
    Cjk(Vec<char>),
    Word(String),
}

/// Tokens are letters and digits only, so no quoting can go wrong.
enum Term {
    Is(String),
    Begins(String),
}

fn query(text: &str, and: &str, or: &str, write: impl Fn(&Term) -> String) -> Option<String> {
    let all: Vec<String> = parts(text)
        .iter()
        .flat_map(terms)
        .take(MOST_TERMS)
        .map(|any| any.iter().map(&write).collect::<Vec<_>>().join(or))
        .map(|any| format!("({any})"))
        .collect();
    (!all.is_empty()).then(|| all.join(and))
}

/// All of these must be found, each as one of its forms.
fn terms(part: &Part) -> Vec<Vec<Term>> {
    match part {
        Part::Cjk(run) if run.len() == 1 => vec![vec![Term::Begins(run[0].to_string())]],
        Part::Cjk(run) => pairs(run).map(|pair| vec![Term::Is(pair)]).collect(),
        Part::Word(word) if is_ending(word) => {
            vec![vec![Term::Is(word.clone()), Term::Begins(backwards(word))]]
        }
        Part::Word(word) => vec![vec![Term::Is(word.clone())]],
    }
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut goes_on = false;
    for c in text.nfkc().flat_map(char::to_lowercase).map(simplified) {
        if !c.is_alphanumeric() {
            goes_on = false;
            continue;
        }
        match (parts.last_mut(), is_cjk(c)) {
            (Some(Part::Cjk(run)), true) if goes_on => run.push(c),
            (Some(Part::Word(word)), false) if goes_on => add(word, c),
            (_, true) => parts.push(Part::Cjk(vec![c])),
            (_, false) => parts.push(Part::Word(c.to_string())),
        }
        goes_on = true;
    }
    parts
}

fn add(word: &mut String, c: char) {
    if word.chars().count() < LONGEST {
        word.push(c);
    }
}

fn pairs(run: &[char]) -> impl Iterator<Item = String> {
    run.windows(2).map(|pair| pair.iter().collect())
}

fn is_long_number(word: &str) -> bool {
    word.len() >= LONG_NUMBER && is_ending(word)
}

fn is_ending(word: &str) -> bool {
    word.is_ascii()
        && word.len() >= ENDING
        && word.bytes().rev().take(ENDING).all(|byte| byte.is_ascii_digit())
}

fn backwards(word: &str) -> String {
    BACKWARDS.chars().chain(word.chars().rev()).collect()
}

fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{3005}' | '\u{3007}'                    // 々 〇
        | '\u{3040}'..='\u{30ff}'                  // kana
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ac00}'..='\u{d7af}'                  // hangul
        | '\u{20000}'..='\u{3ffff}')
}

/// Traditional characters are found by simplified ones and the other way round. One character at a
/// time: what is folded by the phrase around it would not be found without that phrase.
fn simplified(c: char) -> char {
    SIMPLIFIED.get(&c).copied().unwrap_or(c)
}

static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let Ok(opencc) = OpenCC::from_config(BuiltinConfig::T2s) else { return HashMap::new() };
    let fold = |c: char| opencc.convert(&c.to_string()).chars().next().map(|to| (c, to));
    ('\u{3400}'..='\u{9fff}').filter_map(fold).filter(|(from, to)| from != to).collect()
});

#[cfg(test)]
mod tests;
