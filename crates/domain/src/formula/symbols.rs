//! A formula, cut into signs, numbers and names.
//!
//! People type with Chinese input methods: `（货款×３，５００）` means what `(货款*3, 500)` means.

use super::{Exact, Fault, Mistake};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub at: usize,
    pub symbol: Symbol,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Symbol {
    Number(Exact),
    Name(String),
    Text(String),
    Plus,
    Minus,
    Times,
    Over,
    Percent,
    Open,
    Close,
    Comma,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

pub fn read(text: &str) -> Result<Vec<Placed>, Mistake> {
    let letters: Vec<char> = text.chars().map(plain).collect();
    let mut symbols = Vec::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        if letter.is_whitespace() {
            at += 1;
            continue;
        }
        let (symbol, length) = next(&letters[at..]).map_err(|fault| fault.at(at))?;
        symbols.push(Placed { at, symbol });
        at += length;
    }
    Ok(symbols)
}

pub fn begins_name(letter: char) -> bool {
    letter.is_alphabetic() || letter == '_'
}

pub fn continues_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The half-width, ordinary form of what an input method puts in.
const fn plain(letter: char) -> char {
    match letter {
        // The block of full-width forms is ASCII, moved.
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(letter as u32 - 0xfee0) {
            Some(plain) => plain,
            None => letter,
        },
        '×' => '*',
        '÷' => '/',
        '−' | '–' => '-',
        '、' => ',',
        other => other,
    }
}

fn next(letters: &[char]) -> Result<(Symbol, usize), Fault> {
    let second = letters.get(1).copied().unwrap_or_default();
    Ok(match (letters[0], second) {
        ('<', '=') => (Symbol::LessOrEqual, 2),
        ('>', '=') => (Symbol::GreaterOrEqual, 2),
        ('<', '>') | ('!', '=') => (Symbol::Unequal, 2),
        ('=', '=') => (Symbol::Equal, 2),
        ('+', _) => (Symbol::Plus, 1),
        ('-', _) => (Symbol::Minus, 1),
        ('*', _) => (Symbol::Times, 1),
        ('/', _) => (Symbol::Over, 1),
        ('%', _) => (Symbol::Percent, 1),
        ('(', _) => (Symbol::Open, 1),
        (')', _) => (Symbol::Close, 1),
        (',', _) => (Symbol::Comma, 1),
        ('=', _) => (Symbol::Equal, 1),
        ('≠', _) => (Symbol::Unequal, 1),
        ('<', _) => (Symbol::Less, 1),
        ('≤', _) => (Symbol::LessOrEqual, 1),
        ('>', _) => (Symbol::Greater, 1),
        ('≥', _) => (Symbol::GreaterOrEqual, 1),
        ('"' | '“' | '”' | '「' | '\'', _) => quoted(letters)?,
        (digit, _) if digit.is_ascii_digit() => number(letters)?,
        (letter, _) if begins_name(letter) => name(letters),
        (sign, _) => return Err(Fault::UnknownSign { sign }),
    })
}

fn quoted(letters: &[char]) -> Result<(Symbol, usize), Fault> {
    let ends: &[char] = match letters[0] {
        '「' => &['」'],
        '“' | '”' => &['”', '“'],
        '\'' => &['\''],
        _ => &['"'],
    };
    let inside = letters[1..].iter().position(|letter| ends.contains(letter));
    let inside = inside.ok_or(Fault::OpenQuote)?;
    Ok((Symbol::Text(letters[1..=inside].iter().collect()), inside + 2))
}

/// Letters that run on from digits belong to the number, and spoil it: `3倍` is no number.
fn number(letters: &[char]) -> Result<(Symbol, usize), Fault> {
    let text = run(letters, |letter| letter == '.' || continues_name(letter));
    let length = text.chars().count();
    let number = Exact::decimal(&text).ok_or(Fault::BadNumber { text })?;
    Ok((Symbol::Number(number), length))
}

fn name(letters: &[char]) -> (Symbol, usize) {
    let text = run(letters, continues_name);
    let length = text.chars().count();
    (Symbol::Name(text), length)
}

fn run(letters: &[char], belongs: impl Fn(char) -> bool) -> String {
    letters.iter().take_while(|letter| belongs(**letter)).collect()
}

impl Symbol {
    /// As it can be quoted to whoever wrote it.
    pub fn shown(&self) -> String {
        match self {
            Self::Number(number) => number.to_text(),
            Self::Name(text) => text.clone(),
            Self::Text(text) => format!("\"{text}\""),
            Self::Plus => "+".into(),
            Self::Minus => "-".into(),
            Self::Times => "*".into(),
            Self::Over => "/".into(),
            Self::Percent => "%".into(),
            Self::Open => "(".into(),
            Self::Close => ")".into(),
            Self::Comma => ",".into(),
            Self::Equal => "=".into(),
            Self::Unequal => "≠".into(),
            Self::Less => "<".into(),
            Self::LessOrEqual => "≤".into(),
            Self::Greater => ">".into(),
            Self::GreaterOrEqual => "≥".into(),
        }
    }
}
