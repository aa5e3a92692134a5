//! First letters of pinyin, for typing.

use pinyin::ToPinyin;

/// `sjsj` for 商家售假. Letters and digits stand for themselves; everything else is left out.
pub fn initials(name: &str) -> String {
    name.chars().filter_map(initial).flat_map(char::to_lowercase).collect()
}

fn initial(c: char) -> Option<char> {
    if c.is_ascii_alphanumeric() {
        return Some(c);
    }
    c.to_pinyin().and_then(|pinyin| pinyin.first_letter().chars().next())
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn b_01_a_name_is_typed_by_its_first_letters() {
        assert_eq!(initials("商家售假"), "sjsj");
        assert_eq!(initials("APP 闪退（iOS）"), "appstios");
    }
}
