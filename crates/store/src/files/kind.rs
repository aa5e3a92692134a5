//! What a file is, found by looking at it. What its sender says about it is not asked.

/// What is taken in, with the endings its name may have.
const TAKEN: [(&str, &[&str]); 14] = [
    ("image/jpeg", &["jpg", "jpeg"]),
    ("image/png", &["png"]),
    ("image/gif", &["gif"]),
    ("image/webp", &["webp"]),
    ("image/heif", &["heic", "heif"]),
    ("application/pdf", &["pdf"]),
    ("video/mp4", &["mp4"]),
    ("video/quicktime", &["mov"]),
    ("audio/mpeg", &["mp3"]),
    ("audio/m4a", &["m4a"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ("application/zip", &["zip"]),
    (TEXT, &["txt", "csv", "log"]),
];

const TEXT: &str = "text/plain";
/// Signs that a text is a page or a program of some browser.
const MARKUP: [&str; 9] =
    ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?xml", "javascript:"];

/// The media type, if files of this kind are taken in.
pub fn media_type(content: &[u8]) -> Option<&'static str> {
    let found = match infer::get(content) {
        Some(kind) => kind.mime_type(),
        None => TEXT,
    };
    let (taken, _) = TAKEN.iter().find(|(taken, _)| *taken == found)?;
    (*taken != TEXT || is_plain(content)).then_some(taken)
}

/// A name to save the file under: without folders, and with an ending that is true.
pub fn tidy_name(name: &str, media_type: &str) -> String {
    const LONGEST: usize = 100;
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown = |c: &char| !c.is_control() && !matches!(c, '"' | '<' | '>' | ':' | '|' | '?' | '*');
    let name: String = name.chars().filter(shown).collect();
    let name = name.trim().trim_start_matches('.');
    let endings = TAKEN.iter().find(|(taken, _)| *taken == media_type).map_or(&[][..], |it| it.1);
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if endings.contains(&ending.to_lowercase().as_str()) => {
            (stem, ending.to_lowercase())
        }
        _ => (name, endings.first().copied().unwrap_or("bin").to_owned()),
    };
    let stem: String = stem.chars().take(LONGEST).collect();
    if stem.is_empty() { format!("file.{ending}") } else { format!("{stem}.{ending}") }
}

fn is_plain(content: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(content) else { return false };
    let text = text.to_lowercase();
    !text.contains('\0') && !MARKUP.iter().any(|sign| text.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::{media_type, tidy_name};

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    #[test]
    fn a_picture_is_one_whatever_it_is_called() {
        assert_eq!(media_type(PNG), Some("image/png"));
        assert_eq!(tidy_name("照片.exe", "image/png"), "照片.exe.png");
        assert_eq!(tidy_name("../../etc/照片.PNG", "image/png"), "照片.png");
        assert_eq!(tidy_name("C:\\temp\\", "image/png"), "file.png");
        assert_eq!(tidy_name("a\"\r\nb.png", "image/png"), "ab.png");
    }

    #[test]
    fn plain_text_is_taken_and_what_a_browser_would_run_is_not() {
        assert_eq!(media_type("订单号,金额\n8842,89.00".as_bytes()), Some("text/plain"));
        let pages: [&[u8]; 8] = [
            b"<!DOCTYPE html><p>hi",
            b"  <svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
            b"hello <SCRIPT>x()</SCRIPT>",
            b"<?xml version='1.0'?><svg/>",
            b"\x7fELF\x02\x01\x01\0",
            b"MZ\x90\0\x03\0\0\0",
            b"#!/bin/sh\nrm -rf /",
            b"\xff\xfe\x00\x01binary",
        ];
        assert_eq!(pages.map(media_type), [None; 8]);
    }
}
