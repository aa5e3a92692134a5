//! What a partner said line by line, in the case file of each who may read one.

use bytes::Bytes;
use domain::case_file::{Audience, CaseFile, Confirmed};
use domain::confirming::Verdict;
use domain::id::TicketId;
use domain::narrow::{NarrowAnswer, Signing};
use testkit::{TestDesk, both};

use crate::partnering::{PNG, Supplier, enter, huamei, link, penalty, said, sent, supplier};

/// 李姐 disputes the first line with a photo, confirms the second, and signs with a finger.
async fn disputed(desk: &TestDesk, supplier: &Supplier) -> TicketId {
    let (ticket, task) = sent(desk, supplier).await;
    let (who, _) = enter(desk, &link(desk)).await;
    let page = desk.narrow_page(&who, task).await.unwrap();
    let photo = desk.upload(&who, "签收单.png", Bytes::from_static(PNG)).await.unwrap();
    let drawn = desk.upload(&who, "signature.png", Bytes::from_static(PNG)).await.unwrap();
    let mut lines = said(&page, &[Verdict::Disputed, Verdict::Confirmed]);
    lines[0].photo = Some(photo.attachment.id);
    lines[0].comment = Some("已补发，问13812345521".into());
    let signing = Some(Signing { name: "李姐".into(), drawn: Some(drawn.attachment.id) });
    let answer = NarrowAnswer { lines, signing, ..NarrowAnswer::default() };
    desk.answer_task(&who, task, answer).await.unwrap();
    ticket
}

async fn file_for(desk: &TestDesk, ticket: TicketId, audience: Audience) -> CaseFile {
    desk.case_file(&desk.agent().await, ticket, audience).await.unwrap()
}

async fn confirmed(desk: &TestDesk, ticket: TicketId, audience: Audience) -> Vec<Confirmed> {
    file_for(desk, ticket, audience).await.confirmations
}

#[tokio::test]
async fn d_20_k_06_the_file_holds_each_line_with_its_reason_and_who_signed() {
    both(|desk| async move {
        let supplier = huamei(&desk).await;
        let ticket = disputed(&desk, &supplier).await;

        let all = confirmed(&desk, ticket, Audience::Internal).await;

        let [answer] = &all[..] else { panic!("{all:?}") };
        assert_eq!((answer.partner, answer.partner_name.as_str()), (supplier.partner, "华美电子"));
        assert_eq!((answer.name.as_str(), answer.total()), ("10 月质量罚款", 150_050));
        let [late, wrong] = &answer.lines[..] else { panic!("{answer:?}") };
        assert_eq!((late.label.as_str(), late.amount), ("迟发 3 单", 30_000));
        assert_eq!(late.verdict, Some(Verdict::Disputed));
        assert_eq!(late.comment.as_deref(), Some("已补发，问138 **** 5521"), "p_04 masked");
        assert_eq!(late.photo.as_deref(), Some("签收单.png"));
        assert_eq!((wrong.verdict, wrong.comment.as_deref()), (Some(Verdict::Confirmed), None));
        let signature = answer.signature.as_ref().expect("k_06 a signature");
        assert_eq!((signature.name.as_str(), signature.drawn), ("李姐", true));
        assert_eq!((signature.sha256.len(), signature.at), (64, desk.now()));
    })
    .await;
}

#[tokio::test]
async fn d_20_the_partner_and_a_regulator_read_the_lines_and_the_customer_does_not() {
    both(|desk| async move {
        let ticket = disputed(&desk, &huamei(&desk).await).await;
        let whole = confirmed(&desk, ticket, Audience::Internal).await;

        assert_eq!(confirmed(&desk, ticket, Audience::Partner).await, whole);
        assert_eq!(confirmed(&desk, ticket, Audience::Regulator).await, whole);
        let customers = file_for(&desk, ticket, Audience::Customer).await;
        let customers = format!("{customers:?}");
        for hidden in ["李姐", "华美电子", "迟发", "已补发"] {
            assert!(!customers.contains(hidden), "{hidden} in {customers}");
        }
    })
    .await;
}

#[tokio::test]
async fn d_20_what_is_not_answered_yet_says_so() {
    both(|desk| async move {
        let (ticket, _) = sent(&desk, &huamei(&desk).await).await;

        let all = confirmed(&desk, ticket, Audience::Internal).await;

        assert!(all[0].lines.iter().all(|line| line.verdict.is_none()), "{all:?}");
        assert_eq!(all[0].signature, None);
    })
    .await;
}

#[tokio::test]
async fn d_05_where_several_partners_were_asked_none_reads_what_another_said() {
    both(|desk| async move {
        let ticket = disputed(&desk, &huamei(&desk).await).await;
        let other = supplier(&desk, "远东物流", "13700002222").await;
        let me = desk.agent().await;
        desk.ask_to_confirm(&me, penalty(ticket, other.partner)).await.unwrap();

        let partners = file_for(&desk, ticket, Audience::Partner).await;

        assert_eq!(partners.partners, 2, "the page says why it is empty");
        assert_eq!((partners.answers.len(), partners.confirmations.len()), (0, 0));
        let text = format!("{partners:?}");
        assert!(!text.contains("李姐") && !text.contains("华美电子"), "{text}");
        assert_eq!(confirmed(&desk, ticket, Audience::Internal).await.len(), 2);
    })
    .await;
}
