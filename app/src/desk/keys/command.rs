//! The table.

use crate::words::Lang;

/// What can be done from the keyboard and from the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    Next,
    Previous,
    Open,
    Search,
    New,
    Claim,
    Reply,
    Note,
    Send,
    Assign,
    Wait,
    Resolve,
    Palette,
    Help,
}

impl Command {
    pub const ALL: [Self; 14] = [
        Self::Next,
        Self::Previous,
        Self::Open,
        Self::Search,
        Self::New,
        Self::Claim,
        Self::Reply,
        Self::Note,
        Self::Send,
        Self::Assign,
        Self::Wait,
        Self::Resolve,
        Self::Palette,
        Self::Help,
    ];

    /// The key, and whether Ctrl or ⌘ is held with it.
    const fn chord(self) -> (&'static str, bool) {
        match self {
            Self::Next => ("j", false),
            Self::Previous => ("k", false),
            // The browser's own: the row that has the focus is a link.
            Self::Open => ("Enter", false),
            Self::Search => ("/", false),
            Self::New => ("c", false),
            Self::Claim => ("g", false),
            Self::Reply => ("r", false),
            Self::Note => ("n", false),
            Self::Send => ("Enter", true),
            Self::Assign => ("a", false),
            Self::Wait => ("w", false),
            Self::Resolve => ("e", false),
            Self::Palette => ("k", true),
            Self::Help => ("?", false),
        }
    }

    pub fn of(key: &str, with_control: bool) -> Option<Self> {
        Self::ALL.into_iter().find(|command| {
            let (own, control) = command.chord();
            control == with_control && own.eq_ignore_ascii_case(key)
        })
    }

    /// As it is printed on a key.
    pub fn hint(self) -> String {
        let (key, control) = self.chord();
        let key = if key == "Enter" { "↵".to_owned() } else { key.to_uppercase() };
        if control { format!("Ctrl {key}") } else { key }
    }

    pub const fn label(self, w: Lang) -> &'static str {
        match self {
            Self::Next => w.keys_next(),
            Self::Previous => w.keys_previous(),
            Self::Open => w.keys_open(),
            Self::Search => w.keys_search(),
            Self::New => w.keys_new(),
            Self::Claim => w.act_claim(),
            Self::Reply => w.composer_reply(),
            Self::Note => w.composer_note(),
            Self::Send => w.send(),
            Self::Assign => w.act_transfer(),
            Self::Wait => w.act_wait(),
            Self::Resolve => w.act_resolve(),
            Self::Palette => w.keys_palette(),
            Self::Help => w.keys_help(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Command;

    #[test]
    fn no_two_commands_share_a_key() {
        for command in Command::ALL {
            let (key, control) = command.chord();

            assert_eq!(Command::of(key, control), Some(command));
        }
    }
}
