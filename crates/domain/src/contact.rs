//! Ways to reach a person, and the numbers that name one.

use serde::{Deserialize, Serialize};

use crate::invalid::Flaw;

/// A telephone number: digits, with `+` in front when it is international.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `138 **** 5521`: enough to recognise, too little to call.
    pub fn masked(&self) -> String {
        let digits: Vec<char> = self.0.chars().collect();
        let (head, tail) = (3.min(digits.len()), digits.len().saturating_sub(4));
        let head: String = digits[..head].iter().collect();
        let tail: String = digits[tail..].iter().collect();
        format!("{head} **** {tail}")
    }
}

impl TryFrom<String> for Phone {
    type Error = Flaw;

    /// Spaces, dashes and brackets are how people write numbers, and not part of them. A mainland
    /// number loses its `+86`, so that the same phone is the same customer.
    fn try_from(text: String) -> Result<Self, Flaw> {
        let bare: String =
            text.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '\u{a0}')).collect();
        let bare = bare.strip_prefix("+86").map_or(bare.clone(), str::to_owned);
        let digits = bare.strip_prefix('+').unwrap_or(&bare);
        let well_formed =
            (5..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if well_formed { Ok(Self(bare)) } else { Err(Flaw::NotAPhone) }
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

/// A mail address, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    const MAX: usize = 254;

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `x***@example.com`: enough to recognise.
    pub fn masked(&self) -> String {
        let (name, host) = self.0.split_once('@').unwrap_or((&self.0, ""));
        let first: String = name.chars().take(1).collect();
        format!("{first}***@{host}")
    }
}

impl TryFrom<String> for Email {
    type Error = Flaw;

    /// Something before one `@`, a dotted host after it, no white space. Whether anybody reads
    /// mail there only a mail can tell.
    fn try_from(text: String) -> Result<Self, Flaw> {
        let text = text.trim().to_lowercase();
        let plausible = text.len() <= Self::MAX
            && !text.chars().any(|c| c.is_whitespace() || c.is_control())
            && text.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty()
                    && !host.contains('@')
                    && host.split('.').count() >= 2
                    && host.split('.').all(|label| !label.is_empty())
            });
        if plausible { Ok(Self(text)) } else { Err(Flaw::NotAnEmail) }
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

/// A resident identity number of eighteen characters (GB 11643-1999).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IdNumber(String);

impl IdNumber {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Birth year and serial number hidden.
    pub fn masked(&self) -> String {
        format!("{}********{}", &self.0[..6], &self.0[14..])
    }
}

impl TryFrom<String> for IdNumber {
    type Error = Flaw;

    fn try_from(text: String) -> Result<Self, Flaw> {
        let text = text.trim().to_ascii_uppercase();
        let digits: Option<Vec<u32>> =
            text.chars().take(17).map(|digit| digit.to_digit(10)).collect();
        match digits {
            Some(digits) if text.len() == 18 && text.ends_with(check_character(&digits)) => {
                Ok(Self(text))
            }
            _ => Err(Flaw::NotAnIdNumber),
        }
    }
}

impl From<IdNumber> for String {
    fn from(number: IdNumber) -> Self {
        number.0
    }
}

/// ISO 7064 MOD 11-2: the weight of a digit is `2^(17 - position) mod 11`.
fn check_character(digits: &[u32]) -> char {
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let sum = digits.iter().fold(0, |sum, digit| (sum + digit) * 2 % 11);
    CHECKS[sum as usize]
}

#[cfg(test)]
mod tests {
    use super::{Email, IdNumber, Phone};

    #[test]
    fn the_same_phone_is_the_same_however_it_is_written() {
        for text in ["13812345521", "138 1234 5521", "+86 138-1234-5521"] {
            assert_eq!(Phone::try_from(text.to_owned()).unwrap().as_str(), "13812345521");
        }
        assert!(Phone::try_from("1381234552a".to_owned()).is_err());
        assert!(Phone::try_from("1234".to_owned()).is_err());
    }

    #[test]
    fn a_masked_phone_cannot_be_called() {
        let phone = Phone::try_from("13812345521".to_owned()).unwrap();

        assert_eq!(phone.masked(), "138 **** 5521");
    }

    #[test]
    fn an_address_needs_a_name_and_a_host() {
        assert!(Email::try_from(" Xiao.Mei@Example.com ".to_owned()).is_ok());
        for text in ["", "a", "@b.cn", "a@b", "a b@c.cn", "a@b@c.cn", "a@.cn"] {
            assert!(Email::try_from(text.to_owned()).is_err(), "{text}");
        }
    }

    /// 11010519491231002X is the worked example of the standard.
    #[test]
    fn b_12_an_identity_number_carries_its_own_proof() {
        assert!(IdNumber::try_from("11010519491231002x".to_owned()).is_ok());
        for text in ["110105194912310021", "11010519491231002", "1101051949123100２X", ""] {
            assert!(IdNumber::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
