//! What a token may be used for, in words.

use domain::actor::Permission;

/// What a token may be used for; never more than its agent may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenScope {
    TicketsRead,
    /// Includes reading: nobody can answer what they may not read.
    TicketsWrite,
    CustomersRead,
    CustomersWrite,
    BoardsRead,
    /// Laying requirements over tickets, answering and lifting them; includes reading.
    SupervisionsWrite,
    Admin,
}

impl TokenScope {
    pub const ALL: [Self; 7] = [
        Self::TicketsRead,
        Self::TicketsWrite,
        Self::CustomersRead,
        Self::CustomersWrite,
        Self::BoardsRead,
        Self::SupervisionsWrite,
        Self::Admin,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TicketsRead => "tickets:read",
            Self::TicketsWrite => "tickets:write",
            Self::CustomersRead => "customers:read",
            Self::CustomersWrite => "customers:write",
            Self::BoardsRead => "boards:read",
            Self::SupervisionsWrite => "supervisions:write",
            Self::Admin => "admin",
        }
    }

    /// What a word stands for: one scope, or several for `read`, `write` and `all`.
    pub fn named(word: &str) -> Option<Vec<Self>> {
        let reading = [Self::TicketsRead, Self::CustomersRead, Self::BoardsRead];
        let writing = [Self::TicketsWrite, Self::CustomersWrite, Self::SupervisionsWrite];
        match word {
            "read" => Some(reading.into()),
            "write" => Some([&reading[..], &writing].concat()),
            "all" => Some(Self::ALL.into()),
            _ => Self::ALL.into_iter().find(|it| it.as_str() == word).map(|it| vec![it]),
        }
    }

    pub(super) fn write(scopes: &[Self]) -> String {
        scopes.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// What the stored words allow; a word of a newer program allows nothing here.
    pub(super) fn permissions(words: &str) -> Vec<Permission> {
        let scopes = words.split(' ').filter_map(Self::named).flatten();
        scopes.flat_map(|it| it.allows().iter().copied()).collect()
    }

    const fn allows(self) -> &'static [Permission] {
        use Permission as May;
        match self {
            Self::TicketsRead => &[May::ReadTickets],
            Self::TicketsWrite => &[
                May::ReadTickets,
                May::CreateTickets,
                May::Reply,
                May::Note,
                May::EditTickets,
                May::Claim,
                May::Transfer,
                May::Wait,
                May::Resolve,
                May::Reopen,
                May::Close,
                May::Arrange,
                May::Urge,
                May::Reassign,
            ],
            Self::CustomersRead => &[May::ReadCustomers],
            Self::CustomersWrite => &[May::ReadCustomers, May::EditCustomers],
            Self::BoardsRead => &[May::ReadBoards],
            Self::SupervisionsWrite => &[May::ReadTickets, May::Note, May::Supervise],
            Self::Admin => &[May::Administer],
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::actor::Permission;

    use super::TokenScope;

    #[test]
    fn every_permission_can_be_given_to_a_token() {
        let all = TokenScope::permissions(&TokenScope::write(&TokenScope::ALL));

        assert!(Permission::ALL.iter().all(|it| all.contains(it)));
    }

    #[test]
    fn a_word_reads_back_as_it_was_written() {
        for scope in TokenScope::ALL {
            assert_eq!(TokenScope::named(scope.as_str()), Some(vec![scope]));
        }
        assert_eq!(TokenScope::named("everything"), None);
    }

    #[test]
    fn reading_is_not_writing() {
        let scopes = TokenScope::named("read").unwrap();
        let may = TokenScope::permissions(&TokenScope::write(&scopes));

        assert!(may.contains(&Permission::ReadTickets));
        assert!(!may.contains(&Permission::Reply) && !may.contains(&Permission::Administer));
    }
}
