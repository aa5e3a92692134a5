//! A post office that keeps what it gets.

use std::sync::Mutex;

use desk::Post;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub body: String,
}

#[derive(Debug, Default)]
pub struct Mailbox(Mutex<Vec<Letter>>);

impl Mailbox {
    pub fn letters(&self) -> Vec<Letter> {
        self.0.lock().unwrap().clone()
    }

    /// The newest letter's one-time code.
    pub fn code(&self) -> String {
        let letters = self.letters();
        let words =
            letters.last().unwrap().body.split(|c: char| c != '-' && !c.is_ascii_alphanumeric());
        words.into_iter().find(|word| word.len() == 11).unwrap().to_owned()
    }
}

impl Post for Mailbox {
    fn deliver(&self, to: &str, subject: &str, body: &str) {
        let [to, subject, body] = [to, subject, body].map(str::to_owned);
        self.0.lock().unwrap().push(Letter { to, subject, body });
    }
}
