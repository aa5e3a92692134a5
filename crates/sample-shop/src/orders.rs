//! Orders. What an order is of follows from its number, so that there is one for every number
//! anybody thinks of; what happened to it is kept.

use serde::{Deserialize, Serialize};

/// Product, SKU, supplier, price in hundredths.
type Goods = (&'static str, &'static str, &'static str, i64);

const GOODS: [Goods; 10] = [
    ("精华液 30ml", "JH-30", "悦尚美妆专营店", 28_900),
    ("空气炸锅 5L", "ZG-05", "厨语生活馆", 39_900),
    ("扫地机器人 T20", "SD-T20", "极客数码", 189_900),
    ("羊绒围巾", "WJ-12", "甜橙服饰", 45_900),
    ("智能门锁", "MS-08", "安居家电城", 129_900),
    ("电视遥控器", "YK-55", "安居家电城", 8_900),
    ("车厘子礼盒", "CLZ-4", "鲜丰果园", 19_900),
    ("婴儿推车", "TC-3", "云朵母婴", 99_900),
    ("跑步鞋", "PX-42", "锐步运动专卖", 56_900),
    ("徒步登山包", "DS-50", "北境户外", 32_900),
];
const ROOMS: [Goods; 4] = [
    ("西湖国宾馆 高级双床房", "FJ-XH2", "西湖国宾馆", 88_000),
    ("外滩华尔道夫 豪华大床房", "FJ-WT1", "外滩华尔道夫", 168_000),
    ("三亚海棠湾 海景房", "FJ-SY3", "海棠湾度假酒店", 129_900),
    ("丽江古城 庭院房", "FJ-LJ1", "丽江和庭客栈", 39_800),
];
/// 2026-10-01, in days since 1970, and how many days before it orders lie.
const LATEST: u64 = 20_727;
const DAYS: u64 = 90;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Order {
    pub no: String,
    pub product: String,
    pub sku: String,
    pub supplier: String,
    /// In hundredths.
    pub paid: i64,
    pub ordered_at: String,
    pub state: OrderState,
    /// In hundredths.
    pub refunded: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    Paid,
    Shipped,
    Received,
    /// A hotel order whose room nobody has confirmed.
    Unconfirmed,
    Confirmed,
    Refused,
    /// The voucher is out.
    Completed,
    Refunded,
}

impl Order {
    /// The order with this number, as it was before anything happened to it.
    pub fn thought_up(no: &str) -> Option<Self> {
        let is_number = no.len() == 12 && no.bytes().all(|byte| byte.is_ascii_digit());
        let digits: u64 = no.parse().ok().filter(|_| is_number)?;
        // So that neighbours are not alike.
        let luck = digits.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33;
        let (goods, state) = match &no[..2] {
            "88" => (GOODS[pick(luck, GOODS.len())], GOODS_STATES[pick(luck / 16, 3)]),
            "77" => (ROOMS[pick(luck, ROOMS.len())], OrderState::Unconfirmed),
            _ => return None,
        };
        let (product, sku, supplier, paid) = goods;
        let [product, sku, supplier] = [product, sku, supplier].map(str::to_owned);
        let (no, ordered_at) = (no.to_owned(), ordered_at(luck));
        Some(Self { no, product, sku, supplier, paid, ordered_at, state, refunded: 0 })
    }

    pub fn view(&self) -> serde_json::Value {
        serde_json::json!({
            "no": self.no,
            "product": self.product,
            "sku": self.sku,
            "supplier": self.supplier,
            "paid": money(self.paid),
            "ordered_at": self.ordered_at,
            "state": self.state,
            "refunded": money(self.refunded),
            "refund_state": self.refund_state(),
        })
    }

    const fn refund_state(&self) -> &'static str {
        match self.refunded {
            0 => "none",
            part if part < self.paid => "partly",
            _ => "refunded",
        }
    }
}

const GOODS_STATES: [OrderState; 3] = [OrderState::Paid, OrderState::Shipped, OrderState::Received];

fn pick(luck: u64, of: usize) -> usize {
    usize::try_from(luck).unwrap_or_default() % of
}

/// As RFC 3339 writes it, in the time of China.
fn ordered_at(luck: u64) -> String {
    let (day, minute) = (LATEST - luck / 7 % DAYS, luck % 1_440);
    let date = date(day);
    format!("{date}T{:02}:{:02}:00+08:00", minute / 60, minute % 60)
}

/// Of the last quarter before October: July, August, September.
fn date(day: u64) -> String {
    let before = LATEST - day;
    let (month, of_month) = match before {
        0 => (10, 1),
        1..=30 => (9, 31 - before),
        31..=61 => (8, 62 - before),
        _ => (7, 93 - before),
    };
    format!("2026-{month:02}-{of_month:02}")
}

pub fn money(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Reads `"89.00"` or `89`, in hundredths.
pub fn hundredths(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let sound = !whole.is_empty() && part.len() <= 2 && digits(whole) && digits(part);
    let part: i64 = format!("{part:0<2}").parse().ok().filter(|_| sound)?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part)
}

#[cfg(test)]
mod tests {
    use super::{Order, OrderState, hundredths, money};

    #[test]
    fn the_same_number_is_the_same_order() {
        let order = Order::thought_up("884203117715").unwrap();

        assert_eq!(order.view(), Order::thought_up("884203117715").unwrap().view());
        assert_eq!(Order::thought_up("770000000001").unwrap().state, OrderState::Unconfirmed);
        assert!(Order::thought_up("123").is_none() && Order::thought_up("990000000001").is_none());
    }

    #[test]
    fn money_is_exact() {
        assert_eq!(
            [hundredths("89"), hundredths("0.5"), hundredths("1.05")],
            [8_900, 50, 105].map(Some)
        );
        assert_eq!([hundredths("1.234"), hundredths("-1"), hundredths("x")], [None; 3]);
        assert_eq!(money(105), "1.05");
    }
}
