//! A case file as PDF, from the door of programs and from that of browsers.

use serde_json::{Value, json};

use crate::support::{Answer, Server, folder, run_in};

/// A small demo desk, and the header of a program that may do what 张琪 may.
fn open() -> (Server, String) {
    let folder = folder();
    assert!(run_in(&folder, &["demo", "--tickets", "5"]).status.success());
    let made = run_in(&folder, &["token", "create", "--agent", "zhangqi", "--scope", "all"]);
    let token = String::from_utf8(made.stdout).unwrap();
    let server = Server::start_in(folder, &[]);
    (server, format!("authorization: Bearer {}\r\naccept-language: zh-CN\r\n", token.trim()))
}

fn file(server: &Server, program: &str) -> String {
    let complaint = json!({
        "category": ["投诉", "已购买", "商家售假"],
        "subject": "遥控器失灵",
        "description": "请打13812345521联系我。",
        "customer": { "name": "王小美", "phone": "13812345521" },
        "fields": { "order": "884203117715" },
    });
    let filed = server.post_json("/api/v1/tickets", program, &complaint.to_string());
    let body: Value = serde_json::from_str(&filed.text()).unwrap();
    body["number"].as_str().unwrap_or_else(|| panic!("{body}")).to_owned()
}

fn text_of(answer: &Answer) -> String {
    let document = lopdf::Document::load_mem(answer.body()).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).unwrap()
}

#[test]
fn leap_6_the_pdf_holds_chinese_and_no_whole_phone_number() {
    let (server, program) = open();
    let number = file(&server, &program);

    let path = format!("/api/v1/tickets/{number}/case-file.pdf?audience=regulator");
    let answer = server.get_with(&path, &program);

    assert_eq!(answer.header("content-type").as_deref(), Some("application/pdf"));
    let text = text_of(&answer);
    for written in [number.as_str(), "遥控器失灵", "处理环节与用时", "138 **** 5521", "监管机构"]
    {
        assert!(text.contains(written), "{written} in {text}");
    }
    assert!(!text.contains("13812345521"), "{text}");
    assert!(answer.body().len() < 200_000, "{} bytes", answer.body().len());
}

#[test]
fn leap_6_a_browser_that_is_not_signed_in_gets_none() {
    let (server, program) = open();
    let number = file(&server, &program);

    let answer = server.get(&format!("/desk/t/{number}/case.pdf?audience=internal"));

    assert_eq!(answer.status(), 401);
}
