//! Every kind of field, from the form to the ticket (B-07, B-12, B-13).

use bytes::Bytes;
use desk::{DeskError, NewField};
use domain::actor::Actor;
use domain::field::{CascadeOption, FieldKind, FieldValue};
use domain::id::{AttachmentId, FieldId, TicketId};
use domain::invalid::Flaw;
use domain::page::{Edit, EditField, FieldView, Filing};
use testkit::{TestDesk, both};

const PHOTO: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
/// The key of a field, what somebody types, and how it stands on the ticket.
const TYPED: [(&str, &str, &str); 10] = [
    ("text", " 红色 ", "红色"),
    ("number", "3", "3"),
    ("money", "¥1,089.5", "1089.50"),
    ("date", "2026-01-02", "2026-01-02"),
    ("choice", "中通", "中通"),
    ("choices", "外观\n配件", "外观\n配件"),
    ("cascade", "浙江/杭州", "浙江 / 杭州"),
    ("phone", "+86 138-1234-5521", "13812345521"),
    ("id_number", "11010519491231002x", "11010519491231002X"),
    ("order", "8842 0311 7715", "884203117715"),
];

fn kind(key: &str) -> FieldKind {
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    match key {
        "text" => FieldKind::Text { max: 4 },
        "number" => FieldKind::Number { min: 1, max: 9 },
        "money" => FieldKind::Money,
        "date" => FieldKind::Date,
        "choice" => FieldKind::Choice { options: words(&["顺丰", "中通"]) },
        "choices" => FieldKind::Choices { options: words(&["外观", "配件", "声音"]) },
        "cascade" => {
            let city = CascadeOption { name: "杭州".into(), options: vec![] };
            let province = CascadeOption { name: "浙江".into(), options: vec![city] };
            FieldKind::Cascade { options: vec![province] }
        }
        "phone" => FieldKind::Phone,
        "id_number" => FieldKind::IdNumber,
        "order" => FieldKind::Order,
        "photo" => FieldKind::Attachment,
        other => unreachable!("{other}"),
    }
}

async fn ask_for(desk: &TestDesk, key: &str) -> FieldId {
    let [key_, label] = [key, key].map(str::to_owned);
    let new = NewField {
        category: desk.cast.invoice,
        key: key_,
        label,
        help: None,
        kind: kind(key),
        required: false,
    };
    desk.create_field(&Actor::System, new).await.unwrap()
}

fn filing(desk: &TestDesk, fields: Vec<(String, String)>) -> Filing {
    let (category, description) = (Some(desk.cast.invoice), "补开发票。".to_owned());
    Filing { category, description, fields, ..Filing::default() }
}

async fn shown(desk: &TestDesk, ticket: TicketId) -> Vec<(String, Option<String>)> {
    let page = desk.ticket_page(&desk.agent().await, ticket).await.unwrap();
    let text = |view: &FieldView| view.value.as_ref().map(FieldValue::to_text);
    page.fields.iter().map(|view| (view.field.key.clone(), text(view))).collect()
}

#[tokio::test]
async fn b_07_each_kind_is_kept_as_what_it_means() {
    both(|desk| async move {
        for (key, ..) in TYPED {
            ask_for(&desk, key).await;
        }
        let typed = TYPED.map(|(key, typed, _)| (key.to_owned(), typed.to_owned()));

        let ticket = desk.file_as(&desk.customer(), filing(&desk, typed.into())).await.number.0;

        let kept = TYPED.map(|(key, _, kept)| (key.to_owned(), Some(kept.to_owned())));
        assert_eq!(shown(&desk, ticket).await, kept);
    })
    .await;
}

#[tokio::test]
async fn b_12_what_a_kind_cannot_be_is_refused_at_its_field() {
    both(|desk| async move {
        let wrong = [
            ("text", "一二三四五", Flaw::TooLong { max: 4 }),
            ("number", "10", Flaw::OutOfRange { min: 1, max: 9 }),
            ("money", "1.234", Flaw::NotMoney),
            ("date", "2026-02-30", Flaw::NotADate),
            ("choice", "韵达", Flaw::NotAChoice),
            ("choices", "外观\n味道", Flaw::NotAChoice),
            ("cascade", "浙江", Flaw::NotAChoice),
            ("phone", "12", Flaw::NotAPhone),
            ("id_number", "110105194912310021", Flaw::NotAnIdNumber),
            ("order", "订单", Flaw::NotAnOrder),
            ("photo", "x", Flaw::Unknown),
        ];
        let mut typed = Vec::new();
        let mut expected = Vec::new();
        for (key, text, flaw) in wrong {
            let id = ask_for(&desk, key).await;
            typed.push((key.to_owned(), text.to_owned()));
            expected.push((format!("fields.{id}"), flaw));
        }

        let refused = desk.file(&desk.customer(), "web", filing(&desk, typed)).await.unwrap_err();

        let DeskError::Invalid(flaws) = refused else { panic!("{refused:?}") };
        let told: Vec<_> = flaws.0.into_iter().map(|it| (it.field, it.flaw)).collect();
        assert_eq!(told, expected);
    })
    .await;
}

async fn photo(desk: &TestDesk, who: &Actor) -> AttachmentId {
    desk.upload(who, "开箱.png", Bytes::from_static(PHOTO)).await.unwrap().attachment.id
}

#[tokio::test]
async fn the_file_of_a_field_goes_with_the_ticket() {
    both(|desk| async move {
        ask_for(&desk, "photo").await;
        let me = desk.customer();
        let file = photo(&desk, &me).await;
        let fields = vec![("photo".to_owned(), file.to_string())];
        // A browser without our program sends it as a file of the ticket, too.
        let filing = Filing { attachments: vec![file], ..filing(&desk, fields) };

        let ticket = desk.file_as(&me, filing).await.number.0;

        assert!(desk.download(&me, file).await.is_ok());
        assert!(desk.download(&desk.agent().await, file).await.is_ok());
        let page = desk.ticket_page(&desk.agent().await, ticket).await.unwrap();
        assert_eq!(page.attachments.iter().map(|it| it.id).collect::<Vec<_>>(), [file]);
    })
    .await;
}

#[tokio::test]
async fn nobody_elses_file_becomes_a_value() {
    both(|desk| async move {
        let field = ask_for(&desk, "photo").await;
        let theirs = photo(&desk, &desk.other_customer()).await;
        let fields = vec![("photo".to_owned(), theirs.to_string())];

        let refused = desk.file(&desk.customer(), "web", filing(&desk, fields)).await.unwrap_err();

        let DeskError::Invalid(flaws) = refused else { panic!("{refused:?}") };
        assert_eq!(flaws.of(&format!("fields.{field}")), Some(&Flaw::Unknown));
    })
    .await;
}

#[tokio::test]
async fn a_file_an_agent_puts_in_a_field_is_for_those_who_work_here() {
    both(|desk| async move {
        let field = ask_for(&desk, "photo").await;
        let (me, customer) = (desk.agent().await, desk.customer());
        let ticket = desk.file_as(&customer, filing(&desk, vec![])).await.number.0;
        let file = photo(&desk, &me).await;
        let edit = Edit { field: EditField::Custom(field), from: None, to: Some(file.to_string()) };

        let conflicts = desk.edit(&me, ticket, vec![edit]).await.unwrap();

        assert!(conflicts.is_empty());
        assert!(desk.download(&desk.colleague().await, file).await.is_ok());
        assert!(matches!(desk.download(&customer, file).await, Err(DeskError::NotFound)));
    })
    .await;
}
