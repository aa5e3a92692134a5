//! Where lines break: anywhere between Chinese letters, between words otherwise.

use super::typeface::Typeface;

/// What no line begins with.
const CLOSING: &str = "，。、；：？！）」』”’》〉】…%,.;:?!)]}";

/// The text in lines no wider than `width`. Its own line breaks stay.
pub fn broken(face: &Typeface, text: &str, size: f32, width: f32) -> Vec<String> {
    text.lines().flat_map(|line| one(face, line.trim_end(), size, width)).collect()
}

fn one(face: &Typeface, text: &str, size: f32, width: f32) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for piece in pieces(text) {
        let fits = face.width(&line, size) + face.width(piece.trim_end(), size) <= width;
        if !fits && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(piece);
        while face.width(line.trim_end(), size) > width && line.chars().count() > 1 {
            let rest = line.split_off(fitting(face, &line, size, width));
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    lines.push(line);
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// How many bytes of a word that is too long for any line fit on this one; at least a letter.
fn fitting(face: &Typeface, word: &str, size: f32, width: f32) -> usize {
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let fits = ends.clone().take_while(|&end| face.width(&word[..end], size) <= width);
    fits.last().or_else(|| ends.clone().next()).unwrap_or(word.len())
}

/// What is kept together: a word with the space behind it, a Chinese letter with the marks behind.
fn pieces(text: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        if before.is_none_or(|before| may_break(before, letter)) {
            starts.push(at);
        }
        before = Some(letter);
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| &text[start..end]).collect()
}

fn may_break(before: char, after: char) -> bool {
    if after == ' ' || CLOSING.contains(after) {
        return false;
    }
    before == ' ' || is_wide(before) || is_wide(after)
}

/// Written without spaces.
const fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use super::{broken, pieces};
    use crate::pdf::typeface::Typeface;

    #[test]
    fn chinese_breaks_anywhere_but_before_a_closing_mark() {
        let face = Typeface::built_in().unwrap();

        assert_eq!(broken(&face, "遥控器已寄出。", 10.0, 60.0), ["遥控器已寄", "出。"]);
        assert_eq!(broken(&face, "a\nb", 10.0, 60.0), ["a", "b"]);
    }

    #[test]
    fn words_stay_whole_unless_they_are_longer_than_a_line() {
        let face = Typeface::built_in().unwrap();

        assert_eq!(pieces("send it 到门店"), ["send ", "it ", "到", "门", "店"]);
        assert_eq!(broken(&face, "one remote", 10.0, 40.0), ["one", "remote"]);
        assert!(broken(&face, "RF-20261124-000000007", 10.0, 40.0).len() > 1);
    }
}
