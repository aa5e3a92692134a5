//! What people write, by chance.

use super::dice::Dice;

const SURNAMES: [&str; 20] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
    "何", "郭", "马", "罗",
];
const GIVEN: [&str; 24] = [
    "伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "明", "超",
    "秀英", "小美", "建国", "志强", "桂英", "海燕", "晓东", "雨桐",
];
const THINGS: [&str; 16] = [
    "空调",
    "手机",
    "耳机",
    "羽绒服",
    "运动鞋",
    "咖啡机",
    "电饭煲",
    "充电器",
    "净水器",
    "扫地机器人",
    "儿童座椅",
    "面膜",
    "牛奶",
    "茶叶",
    "行李箱",
    "电动牙刷",
];
pub(super) const TROUBLES: [&str; 20] = [
    "收到的时候包装已经破损",
    "用了三天就不能开机",
    "颜色和页面上的不一样",
    "一直没有收到货",
    "少发了一件配件",
    "怀疑是假货，做工很差",
    "申请退款已经七天没有到账",
    "物流显示签收但是没有收到",
    "发票抬头开错了，需要重开",
    "优惠券没有抵扣成功",
    "客服承诺的赠品没有发",
    "尺码偏小，想换大一号",
    "提现一直显示审核中",
    "商家拒绝七天无理由退货",
    "保修期内维修却要收费",
    "账号被限制登录",
    "下单后价格下降，要求保价",
    "送货上门的师傅态度不好",
    "安装以后漏水，地板泡坏了",
    "页面写的功能实际上没有",
];
const WISHES: [&str; 10] = [
    "希望尽快处理",
    "要求退一赔三",
    "请帮我换一个新的",
    "麻烦核实以后给我回电",
    "请问什么时候能到账",
    "希望商家给一个说法",
    "请安排上门取件",
    "如果不行就全额退款",
    "请开具电子发票",
    "谢谢",
];
const ANSWERS: [&str; 10] = [
    "您好，已经收到您反映的情况，我们马上核实",
    "抱歉给您带来不便，已经联系商家，预计两个工作日内给您答复",
    "已经为您提交退款申请，到账时间以银行为准",
    "麻烦您提供一下照片和订单截图，方便我们判断",
    "已经安排补发，快递单号稍后短信通知您",
    "核实下来是仓库漏发，我们今天补寄",
    "商家同意换货，请您把商品寄回，运费由我们承担",
    "经过检测属于质量问题，为您办理全额退款",
    "已经向物流公司发起催查，有结果第一时间联系您",
    "您的问题已经处理完成，如有其他需要请随时联系我们",
];
const FOLLOWS: [&str; 8] = [
    "照片已经上传，请查收",
    "还没有收到回复，麻烦催一下",
    "好的，我等你们的消息",
    "可以，那就按你说的办",
    "我已经寄回去了",
    "订单截图见附件",
    "联系电话没有变",
    "这个处理结果我接受",
];

pub(super) fn name(dice: &mut Dice) -> String {
    format!("{}{}", dice.pick(&SURNAMES), dice.pick(&GIVEN))
}

pub(super) fn subject(dice: &mut Dice) -> String {
    format!("{}{}", dice.pick(&THINGS), dice.pick(&TROUBLES))
}

/// Tells the story, with an order's number in most of them.
pub(super) fn story(dice: &mut Dice, subject: &str) -> String {
    let order = 202_600_000_000 + dice.below(999_999_999);
    let wish = dice.pick(&WISHES);
    if dice.one_in(4) {
        return format!("{subject}，{}。{wish}。", dice.pick(&TROUBLES));
    }
    format!("我在你们平台买的{subject}，订单号 {order}。{wish}。")
}

pub(super) fn answer(dice: &mut Dice) -> String {
    (*dice.pick(&ANSWERS)).to_owned()
}

pub(super) fn follow(dice: &mut Dice) -> String {
    (*dice.pick(&FOLLOWS)).to_owned()
}
