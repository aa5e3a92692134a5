use super::{postgres_query, sqlite_query, tokens};

#[test]
fn chinese_is_found_by_every_pair_and_by_its_last_character() {
    assert_eq!(tokens("退款申请"), "款申 申请 请 退款");
    assert_eq!(sqlite_query("退款").unwrap(), r#"("退款")"#);
    assert_eq!(sqlite_query("退").unwrap(), r#"("退"*)"#);
    assert_eq!(postgres_query("退款申").unwrap(), "('退款') & ('款申')");
}

#[test]
fn traditional_and_full_width_writing_is_the_same_writing() {
    assert_eq!(tokens("退貨 ＡＢＣ１２"), tokens("退货 abc12"));
    assert_eq!(sqlite_query("退貨"), sqlite_query("退货"));
}

#[test]
fn a_phone_number_is_found_whole_and_by_its_end() {
    let tokens = tokens("电话 13812345521");

    assert_eq!(tokens, "13812345521 zzq12554321831 电话 话");
    assert_eq!(sqlite_query("5521").unwrap(), r#"("5521" OR "zzq1255"*)"#);
    assert_eq!(postgres_query("5521").unwrap(), "('5521' | 'zzq1255':*)");
}

#[test]
fn what_is_not_a_word_cannot_break_a_query() {
    assert_eq!(sqlite_query(r#" " ) OR * -- ' "#), Some(r#"("or")"#.to_owned()));
    assert_eq!(postgres_query("'); drop & |"), Some("('drop')".to_owned()));
    assert_eq!(sqlite_query("，。！?"), None);
    assert_eq!(tokens(" \u{0} "), "");
}

#[test]
fn mixed_writing_falls_apart_where_it_changes() {
    assert_eq!(tokens("用iPhone下单"), "iphone 下单 单 用");
}
