//! The facts of one matter, and texts filled with them: what a customer writes in the beginning
//! and an agent answers in the end speak of the same order.

use domain::time::{Span, Timestamp};

use super::Dice;
use super::forms::CARRIERS;

const PRODUCTS: [&str; 30] = [
    "空气炸锅 5L",
    "扫地机器人 T20",
    "无线蓝牙耳机 Pro",
    "羊绒围巾",
    "儿童保温杯",
    "电饭煲 4L",
    "精华液 30ml",
    "跑步鞋",
    "乳胶枕",
    "行车记录仪",
    "破壁机",
    "电动牙刷",
    "智能门锁",
    "羽绒服",
    "咖啡机",
    "护眼台灯",
    "婴儿推车",
    "车厘子礼盒",
    "坚果大礼包",
    "平板电脑 11 英寸",
    "机械键盘",
    "加湿器",
    "四件套 1.8 米",
    "除螨仪",
    "燃气热水器",
    "充电宝 20000mAh",
    "滚筒洗衣机 10kg",
    "净水器滤芯",
    "徒步登山包",
    "香水 50ml",
];
const SHOPS: [&str; 12] = [
    "悦尚美妆专营店",
    "森野家居旗舰店",
    "极客数码",
    "小熊优品",
    "北境户外",
    "鲜丰果园",
    "云朵母婴",
    "名品汇海外专营",
    "厨语生活馆",
    "锐步运动专卖",
    "安居家电城",
    "甜橙服饰",
];

pub struct Facts {
    pub product: &'static str,
    pub shop: &'static str,
    pub carrier: &'static str,
    pub order: String,
    pub amount: String,
    /// `2026-11-22`, a few days before the matter began.
    pub date: String,
    day: String,
    n: i64,
}

impl Facts {
    pub fn think_up(dice: &mut Dice, began: Timestamp) -> Self {
        let (year, month, day) = civil(began - Span::days(dice.between(1, 6)));
        Self {
            product: *dice.one::<&'static str>(&PRODUCTS),
            shop: *dice.one::<&'static str>(&SHOPS),
            carrier: *dice.one::<&'static str>(&CARRIERS),
            order: format!("88{}", dice.digits(10)),
            amount: format!("{}.{}0", dice.between(19, 1899), dice.between(0, 9)),
            date: format!("{year}-{month:02}-{day:02}"),
            day: format!("{month} 月 {day} 日"),
            n: dice.between(3, 9),
        }
    }

    pub fn fill(&self, text: &str) -> String {
        text.replace("{p}", self.product)
            .replace("{s}", self.shop)
            .replace("{e}", self.carrier)
            .replace("{o}", &self.order)
            .replace("{a}", &self.amount)
            .replace("{d}", &self.day)
            .replace("{n}", &self.n.to_string())
    }
}

/// Year, month and day in China (Hinnant, "chrono-compatible low-level date algorithms").
fn civil(time: Timestamp) -> (i64, i64, i64) {
    let days = (time + Span::hours(8)).0.div_euclid(Span::days(1).0) + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use domain::time::{Span, Timestamp};

    use super::civil;

    #[test]
    fn the_day_is_the_day_in_china() {
        assert_eq!(civil(Timestamp(1_767_355_200_000)), (2026, 1, 2));
        assert_eq!(civil(Timestamp(1_767_355_200_000) + Span::hours(4)), (2026, 1, 3));
        assert_eq!(civil(Timestamp(1_709_164_800_000)), (2024, 2, 29));
    }
}
