//! A printed paper can be read back.

use papers::{Body, Paper, Part, Spoken, Table, print};

fn paper(rows: usize) -> Paper {
    let row = |n| vec![format!("环节 {n}"), "维修部".to_owned(), "2 时 05 分".to_owned()];
    let columns = ["环节", "谁", "用时"].map(|name| (name.to_owned(), 1));
    let table = Table { columns: columns.into(), rows: (0..rows).map(row).collect(), sum: None };
    let said = Spoken { head: "客户".into(), body: "遥控器坏了。Please help 峣".into() };
    let facts = vec![("工单号".to_owned(), "GD-20417".to_owned())];
    let part = |heading: &str, body| Part { heading: heading.to_owned(), body };
    Paper {
        lang: "zh-Hans".into(),
        title: "复盘包 GD-20417".into(),
        lead: vec!["给监管机构".into()],
        parts: vec![
            part("概况", Body::Facts(facts)),
            part("环节", Body::Table(table)),
            part("沟通", Body::Talk(vec![said])),
        ],
        foot: "工单".into(),
    }
}

fn text_of(pdf: &[u8]) -> (usize, String) {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    (pages.len(), document.extract_text(&pages).unwrap())
}

#[test]
fn chinese_and_latin_read_back_as_they_were_written() {
    let pdf = print(&paper(2)).unwrap();

    let (pages, text) = text_of(&pdf);
    assert_eq!(pages, 1);
    for written in ["复盘包 GD-20417", "维修部", "遥控器坏了。Please help 峣", "1 / 1"]
    {
        assert!(text.contains(written), "{written} in {text}");
    }
}

#[test]
fn only_the_letters_used_are_in_the_file() {
    let pdf = print(&paper(2)).unwrap();

    assert!(pdf.len() < 40_000, "{} bytes", pdf.len());
}

#[test]
fn a_long_table_goes_on_over_the_next_sheet_under_its_heads() {
    let (pages, text) = text_of(&print(&paper(90)).unwrap());

    assert!(pages > 1);
    assert!(text.contains("环节 89"));
    assert!(text.matches("用时").count() > 1);
}
