//! Personal data in running text: who writes a reply does not think of who will read the file.

use crate::contact::{IdNumber, Phone};

/// Lengths of numbers that name or reach a person, the longest first: bank cards, identity
/// numbers, mobile phones.
const LENGTHS: [usize; 5] = [19, 18, 17, 16, 11];

/// The same text with phone, identity and card numbers and mail addresses made unreadable. Numbers
/// of orders and amounts stay.
pub fn masked(text: &str) -> String {
    without_addresses(&without_numbers(text))
}

/// `王小美` → `王**`: enough to know which person is meant by those who know them.
pub fn masked_name(name: &str) -> String {
    let mut letters = name.chars();
    let first: String = letters.next().into_iter().collect();
    first + &"*".repeat(letters.count().min(3))
}

fn without_numbers(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let begins = at == 0 || !letters[at - 1].is_ascii_alphanumeric();
        if let Some((mask, length)) = personal(&letters[at..]).filter(|_| begins) {
            out.push_str(&mask);
            at += length;
        } else {
            out.push(letters[at]);
            at += 1;
        }
    }
    out
}

/// The mask of the number that begins here, and how many letters it replaces.
fn personal(letters: &[char]) -> Option<(String, usize)> {
    if !letters.first()?.is_ascii_digit() {
        return None;
    }
    let digits = digits(letters);
    LENGTHS.into_iter().find_map(|length| {
        let end = *digits.get(length - 1)? + 1;
        let ends = letters.get(end).is_none_or(|next| !next.is_ascii_alphanumeric());
        let number: String = digits[..length].iter().map(|&place| letters[place]).collect();
        let mask = mask(&number).filter(|_| ends)?;
        Some((mask, end))
    })
}

/// Where the digits stand that begin here, with at most one space or dash between two of them. An
/// identity number may end with an X.
fn digits(letters: &[char]) -> Vec<usize> {
    let mut places = Vec::new();
    let mut gap = false;
    for (place, letter) in letters.iter().enumerate() {
        match letter {
            '0'..='9' => {
                places.push(place);
                gap = false;
            }
            'x' | 'X' if places.len() == 17 && !gap => places.push(place),
            ' ' | '-' if !gap => gap = true,
            _ => break,
        }
    }
    places
}

fn mask(number: &str) -> Option<String> {
    let head_and_tail = |head: usize, tail: usize| {
        format!("{}****{}", &number[..head], &number[number.len() - tail..])
    };
    match number.len() {
        11 if is_mobile(number) => Phone::try_from(number.to_owned()).ok().map(|it| it.masked()),
        18 if IdNumber::try_from(number.to_owned()).is_ok() => Some(head_and_tail(3, 2)),
        16..=19 if passes_luhn(number) => Some(head_and_tail(4, 4)),
        _ => None,
    }
}

fn is_mobile(number: &str) -> bool {
    matches!(number.as_bytes(), [b'1', b'3'..=b'9', ..])
}

/// The check digit of payment cards (ISO/IEC 7812-1).
fn passes_luhn(number: &str) -> bool {
    let digits: Option<Vec<u32>> = number.chars().rev().map(|digit| digit.to_digit(10)).collect();
    let weigh = |(place, digit): (usize, &u32)| match (place % 2, digit * 2) {
        (0, _) => *digit,
        (_, doubled) => doubled / 10 + doubled % 10,
    };
    digits.is_some_and(|digits| digits.iter().enumerate().map(weigh).sum::<u32>() % 10 == 0)
}

/// `xiaomei@example.com` → `x***@example.com`.
fn without_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let (before, after) = rest.split_at(at);
        let name = before.rfind(|letter: char| !is_of_address(letter));
        let name = name
            .map_or(0, |place| place + before[place..].chars().next().map_or(1, char::len_utf8));
        out.push_str(&before[..name]);
        out.extend(before[name..].chars().next());
        out.push_str(if before[name..].is_empty() { "@" } else { "***@" });
        rest = &after[1..];
    }
    out + rest
}

const fn is_of_address(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '+' | '-')
}

#[cfg(test)]
mod tests {
    use super::{masked, masked_name};

    #[test]
    fn p_04_numbers_that_reach_or_name_a_person_are_made_unreadable() {
        let table = [
            ("电话13812345521，请回电", "电话138 **** 5521，请回电"),
            ("138 1234 5521 或 138-1234-5521", "138 **** 5521 或 138 **** 5521"),
            ("+86 13812345521", "+86 138 **** 5521"),
            ("身份证11010519491231002X。", "身份证110****2X。"),
            ("卡号 6222 0212 3456 7894", "卡号 6222****7894"),
            ("卡号 4111-1111-1111-1111", "卡号 4111****1111"),
            ("写到 xiaomei.w@example.com 吧", "写到 x***@example.com 吧"),
        ];

        for (text, expected) in table {
            assert_eq!(masked(text), expected);
        }
    }

    #[test]
    fn numbers_of_things_stay() {
        for text in [
            "订单 8842 0311 7715",
            "流水 6222 0212 3456 7895",
            "RF-20261124-0007",
            "赔付 267.00 元",
            "@所有人",
            "GD-20417",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn a_name_keeps_its_first_letter() {
        assert_eq!(masked_name("王小美"), "王**");
        assert_eq!(masked_name("欧阳娜娜同学们"), "欧***");
    }
}
