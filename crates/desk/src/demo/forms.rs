//! The fields of the demo's forms, and what people type into them.

use domain::field::{CascadeOption, FieldKind};

use super::Dice;
use super::filling::Facts;

/// Label, help and kind of a field by its key.
pub fn field(key: &str) -> (&'static str, Option<&'static str>, FieldKind) {
    let text = |max| FieldKind::Text { max };
    match key {
        "order" => ("订单号", Some("「我的订单」里的 12 位数字，可以直接粘贴"), FieldKind::Order),
        "case" => ("外部案件号", Some("转办单上的编号"), text(40)),
        "supplier" => ("供应商", Some("与合作方名称一致"), text(60)),
        "amount" => ("涉及金额", None, FieldKind::Money),
        "payout" => ("赔付金额", Some("您希望赔付多少，以核定的为准"), FieldKind::Money),
        "promised" => ("预计送达日", Some("下单页面上写的日期"), FieldKind::Date),
        "product" => ("商品名称", None, text(80)),
        "batch" => ("批号", Some("一般印在瓶底或者外盒侧面"), text(40)),
        "shop" => ("店铺名称", None, text(60)),
        "date" => ("发生日期", None, FieldKind::Date),
        "express" => ("快递公司", None, choice(&CARRIERS)),
        "reason" => ("原因", None, choice(&REASONS)),
        "card" => ("收款卡尾号", Some("只需要后四位"), text(4)),
        "phone" => ("联系手机", None, FieldKind::Phone),
        "title" => ("发票抬头", None, text(80)),
        "tax" => ("税号", Some("18 位统一社会信用代码"), text(20)),
        "count" => ("少了几件", None, FieldKind::Number { min: 1, max: 99 }),
        "faults" => {
            ("哪里有问题", Some("可以选几项"), FieldKind::Choices { options: owned(&FAULTS) })
        }
        "photo" => ("开箱照片", Some("能看清面单最好"), FieldKind::Attachment),
        "identity" => ("身份证号", Some("只用来核对是不是本人"), FieldKind::IdNumber),
        _ => ("所在城市", None, FieldKind::Cascade { options: cities() }),
    }
}

pub const CARRIERS: [&str; 6] =
    ["顺丰速运", "京东物流", "中通快递", "圆通速递", "韵达快递", "邮政 EMS"];
const REASONS: [&str; 6] =
    ["不想要了", "拍错规格", "商品有瑕疵", "迟迟不发货", "与描述不符", "其他原因"];
const FAULTS: [&str; 5] = ["外观破损", "不能开机", "声音异常", "缺少配件", "其他"];
/// Of a region there is not, and right in their last character.
const IDENTITIES: [&str; 3] = ["990101199001010019", "990101198506150127", "99020119780923103X"];
const CITIES: [(&str, &[&str]); 6] = [
    ("浙江", &["杭州", "宁波", "温州"]),
    ("江苏", &["南京", "苏州", "无锡"]),
    ("广东", &["广州", "深圳", "东莞"]),
    ("四川", &["成都", "绵阳"]),
    ("湖北", &["武汉", "宜昌"]),
    ("北京", &["朝阳", "海淀"]),
];

/// What somebody types into the field; nobody takes photos in a demo.
pub fn typed(key: &str, facts: &Facts, dice: &mut Dice) -> Option<String> {
    Some(match key {
        "order" => facts.order.clone(),
        "amount" => facts.amount.clone(),
        "product" => facts.product.to_owned(),
        "batch" => format!("L{}{}", dice.digits(4), dice.one(&["A", "B", "C"])),
        "shop" => facts.shop.to_owned(),
        "date" | "promised" => facts.date.clone(),
        "express" => facts.carrier.to_owned(),
        "reason" => (*dice.one(&REASONS)).to_owned(),
        "card" => dice.digits(4),
        "phone" => format!("13{}", dice.digits(9)),
        "title" => {
            (*dice.one(&["杭州云栖科技有限公司", "个人", "苏州工业园区精工制造"])).to_owned()
        }
        "tax" => format!("91330106MA2{}X", dice.digits(6)),
        "count" => dice.between(1, 3).to_string(),
        "faults" => (*dice.one(&FAULTS)).to_owned(),
        "payout" | "photo" => return None,
        "identity" => (*dice.one(&IDENTITIES)).to_owned(),
        _ => {
            let (province, cities) = dice.one(&CITIES);
            format!("{province} / {}", dice.one(cities))
        }
    })
}

fn choice(options: &[&str]) -> FieldKind {
    FieldKind::Choice { options: owned(options) }
}

fn owned(options: &[&str]) -> Vec<String> {
    options.iter().map(|&option| option.to_owned()).collect()
}

fn cities() -> Vec<CascadeOption> {
    let leaf = |name: &&str| CascadeOption { name: (*name).to_owned(), options: vec![] };
    let province = |(name, cities): &(&str, &[&str])| CascadeOption {
        name: (*name).to_owned(),
        options: cities.iter().map(leaf).collect(),
    };
    CITIES.iter().map(province).collect()
}
