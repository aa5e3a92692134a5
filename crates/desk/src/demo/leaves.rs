//! What can be filed at 优选商城: the leaves of the tree, and what people write under them.
//!
//! Placeholders are those of [`super::themes`].

use domain::priority::{Importance, Urgency};

use super::themes::{self, Theme};

pub struct LeafPlan {
    /// From the top, separated by `/`.
    pub path: &'static str,
    pub hint: &'static str,
    pub team: &'static str,
    /// Hours to the first answer, and to the solution.
    pub targets: (u16, u16),
    pub weight: (Urgency, Importance),
    /// Keys of [`super::forms`]; `!` when needed.
    pub form: &'static str,
    pub theme: &'static Theme,
    /// Subject and description.
    pub says: &'static [(&'static str, &'static str)],
}

#[rustfmt::skip]
pub const LEAVES: &[LeafPlan] = &[
    LeafPlan {
        path: "投诉/已购买/商家售假", hint: "收到的像是假货、仿品", team: "售后一组",
        targets: (1, 48), weight: (Urgency::High, Importance::High),
        form: "order! batch amount shop payout", theme: &themes::FAKE,
        says: &[
            ("收到的{p}疑似假货", "{d}在{s}买的{p}，到手发现包装印刷模糊，批号也查不到，和专柜的完全不一样。要求鉴定并退一赔三。"),
            ("香水味道和专柜差别很大", "去专柜对比过了，喷头、字体和液体颜色都不同。店家一直说是新包装，不肯给进货凭证。"),
        ],
    },
    LeafPlan {
        path: "投诉/已购买/商品质量", hint: "坏了、不能用、有瑕疵", team: "售后一组",
        targets: (2, 72), weight: (Urgency::Medium, Importance::Medium),
        form: "order! product faults date", theme: &themes::QUALITY,
        says: &[
            ("{p}用了{n}天就坏了", "按说明书正常使用，才{n}天就不能开机了，客服让我自己修，实在不能接受。"),
            ("{p}有明显划痕", "拆开就看到机身有两道划痕，像是别人退回来的，请给我换全新的。"),
        ],
    },
    LeafPlan {
        path: "投诉/已购买/货不对板", hint: "和页面描述、图片不一样", team: "售后二组",
        targets: (2, 72), weight: (Urgency::Medium, Importance::Medium),
        form: "order! product", theme: &themes::QUALITY,
        says: &[
            ("收到的颜色和下单的不一样", "下单的是米白，寄来的是灰色，标签上写的也是灰色，请尽快换。"),
            ("{p}尺寸与页面不符", "页面写的是 1.8 米，实际量只有 1.65 米，床上根本铺不满。"),
        ],
    },
    LeafPlan {
        path: "投诉/已购买/少件漏发", hint: "数量不对、缺配件赠品", team: "售后二组",
        targets: (2, 48), weight: (Urgency::Medium, Importance::Low),
        form: "order! product count", theme: &themes::LOGISTICS,
        says: &[
            ("{p}少发了一件", "买了三件只收到两件，快递袋是完好的，应该是仓库漏发了。"),
            ("赠品没有收到", "活动页写满 299 元送保温杯，包裹里没有，问商家一直不回。"),
        ],
    },
    LeafPlan {
        path: "投诉/已购买/拒绝退换", hint: "商家不同意退货、换货", team: "退款组",
        targets: (2, 48), weight: (Urgency::High, Importance::Medium),
        form: "order! amount shop", theme: &themes::REFUND,
        says: &[
            ("{s}拒绝七天无理由", "签收才三天，吊牌都在，商家以「影响二次销售」拒绝，请平台介入。"),
        ],
    },
    LeafPlan {
        path: "投诉/已购买/价格保护", hint: "买完就降价、差价", team: "退款组",
        targets: (4, 72), weight: (Urgency::Low, Importance::Low),
        form: "order! amount", theme: &themes::REFUND,
        says: &[
            ("刚买就降价{a}元", "昨天刚付款，今天同一件便宜了{a}元，页面上说支持保价，点申请却提示不符合。"),
        ],
    },
    LeafPlan {
        path: "投诉/已购买/安装服务", hint: "送装不及时、乱收费", team: "售后二组",
        targets: (2, 72), weight: (Urgency::Medium, Importance::Medium),
        form: "order! date city", theme: &themes::SERVICE,
        says: &[
            ("安装师傅乱收材料费", "页面写免费安装，师傅上门要收 260 元支架费，不给就不装。"),
            ("预约的安装没有来", "约的是{d}上午，等了一天没人来，电话也打不通。"),
        ],
    },
    LeafPlan {
        path: "投诉/已购买/食品安全", hint: "变质、异物、过期", team: "投诉处理组",
        targets: (1, 24), weight: (Urgency::High, Importance::High),
        form: "order! product date", theme: &themes::FOOD,
        says: &[
            ("{p}里有异物", "孩子吃到一半发现里面有一根塑料丝，已经拍照留存，要求给个说法。"),
            ("收到的坚果已过期", "生产日期贴了两层，揭开下面一层已经过期三个月了。"),
        ],
    },
    LeafPlan {
        path: "投诉/未购买/客服态度", hint: "对服务人员不满意", team: "投诉处理组",
        targets: (2, 48), weight: (Urgency::Medium, Importance::Medium),
        form: "date", theme: &themes::SERVICE,
        says: &[
            ("在线客服答非所问", "同一个问题问了四遍，每次换一个人从头问起，最后直接把对话关了。"),
            ("电话客服挂断我电话", "{d}晚上打电话咨询退款，话没说完就被挂断，要求道歉。"),
        ],
    },
    LeafPlan {
        path: "投诉/未购买/营销骚扰", hint: "短信、电话太多", team: "投诉处理组",
        targets: (4, 72), weight: (Urgency::Low, Importance::Medium),
        form: "phone", theme: &themes::SERVICE,
        says: &[
            ("退订后还是每天收到短信", "回复了三次 T 退订，还是每天两条，请把我的号码从名单里去掉。"),
        ],
    },
    LeafPlan {
        path: "投诉/未购买/活动规则", hint: "优惠、抽奖不兑现", team: "投诉处理组",
        targets: (2, 72), weight: (Urgency::Medium, Importance::Medium),
        form: "date", theme: &themes::PROMO,
        says: &[
            ("满减券无法使用", "领的满 300 减 50，结算时提示「不可与店铺活动同享」，领取页面完全没有写。"),
            ("抽奖中奖没有兑现", "{d}抽中的空气炸锅，一直显示「待发放」，问了两次都让我等。"),
        ],
    },
    LeafPlan {
        path: "投诉/未购买/页面误导", hint: "标题、图片与实际不符", team: "投诉处理组",
        targets: (4, 72), weight: (Urgency::Low, Importance::Medium),
        form: "shop product", theme: &themes::REPORT,
        says: &[
            ("{s}标价虚高再打折", "原价写 1299，近一个月从来没卖过这个价，怀疑虚构原价。"),
        ],
    },
    LeafPlan {
        path: "投诉/物流配送/配送超时", hint: "到了预计时间还没送到", team: "物流查询组",
        targets: (1, 48), weight: (Urgency::Medium, Importance::Medium),
        form: "order! express promised amount payout", theme: &themes::LOGISTICS,
        says: &[
            ("包裹{n}天没有更新", "{e}显示还在中转站，已经{n}天没动了，急用，请帮忙催一下。"),
            ("说好次日达，三天还没到", "买的时候写明天到，现在还在路上，孩子上学要用。"),
        ],
    },
    LeafPlan {
        path: "投诉/物流配送/虚假签收", hint: "没收到却显示已签收", team: "物流查询组",
        targets: (1, 24), weight: (Urgency::High, Importance::Medium),
        form: "order! express", theme: &themes::LOGISTICS,
        says: &[
            ("显示已签收但我没收到", "系统写「本人签收」，我一整天在公司，家里也没人，驿站说没有。"),
        ],
    },
    LeafPlan {
        path: "投诉/物流配送/包裹破损", hint: "外箱破了、商品碎了", team: "物流查询组",
        targets: (2, 48), weight: (Urgency::Medium, Importance::Medium),
        form: "order! express product photo", theme: &themes::LOGISTICS,
        says: &[
            ("{p}到手碎了一半", "外箱被压扁，里面碎了，快递员放下就走了，开箱照片都有。"),
        ],
    },
    LeafPlan {
        path: "投诉/物流配送/快递员态度", hint: "不上门、态度差", team: "物流查询组",
        targets: (2, 48), weight: (Urgency::Low, Importance::Medium),
        form: "express city", theme: &themes::SERVICE,
        says: &[
            ("快递不送上楼还发脾气", "买的是大件，备注了六楼送货上门，快递员放楼下就走，打电话还骂人。"),
        ],
    },
    LeafPlan {
        path: "咨询/商品/规格参数", hint: "尺寸、型号、兼容", team: "售前咨询组",
        targets: (1, 24), weight: (Urgency::Low, Importance::Low),
        form: "product", theme: &themes::PRODUCT,
        says: &[
            ("{p}能放进 60 厘米的柜子吗", "想问一下实际深度是多少，页面只写了宽和高。"),
            ("{p}支持快充吗", "我用的是 65W 的充电头，能用吗？会不会影响电池？"),
        ],
    },
    LeafPlan {
        path: "咨询/商品/库存到货", hint: "什么时候有货", team: "售前咨询组",
        targets: (1, 24), weight: (Urgency::Low, Importance::Low),
        form: "product", theme: &themes::PRODUCT,
        says: &[
            ("{p}什么时候补货", "加购两周了一直缺货，有没有到货提醒？"),
        ],
    },
    LeafPlan {
        path: "咨询/商品/优惠活动", hint: "怎么买更划算", team: "售前咨询组",
        targets: (1, 24), weight: (Urgency::Low, Importance::Low),
        form: "", theme: &themes::MEMBER,
        says: &[
            ("会员日的券什么时候发", "上个月是 8 号发的，这个月还没看到，请问是取消了吗？"),
        ],
    },
    LeafPlan {
        path: "咨询/商品/售后政策", hint: "保修、退换规则", team: "售前咨询组",
        targets: (1, 24), weight: (Urgency::Low, Importance::Low),
        form: "product", theme: &themes::PRODUCT,
        says: &[
            ("{p}保修多久", "在哪里可以查电子保修卡？过了七天还能换吗？"),
        ],
    },
    LeafPlan {
        path: "咨询/订单/修改地址", hint: "收货信息写错了", team: "物流查询组",
        targets: (1, 8), weight: (Urgency::High, Importance::Low),
        form: "order! city", theme: &themes::ORDER,
        says: &[
            ("下单地址写错了，还没发货", "地址填成老家的了，订单还没发，麻烦帮我改成公司地址。"),
        ],
    },
    LeafPlan {
        path: "咨询/订单/物流查询", hint: "到哪了、什么时候到", team: "物流查询组",
        targets: (1, 24), weight: (Urgency::Low, Importance::Low),
        form: "order! express", theme: &themes::ORDER,
        says: &[
            ("想知道今天能不能送到", "明天要出差，今天不到就只能退了，帮忙看一下。"),
            ("预售商品什么时候发", "页面写 15 天内发货，今天已经第 14 天了。"),
        ],
    },
    LeafPlan {
        path: "咨询/订单/取消订单", hint: "付款后不想要了", team: "退款组",
        targets: (1, 24), weight: (Urgency::Medium, Importance::Low),
        form: "order! reason", theme: &themes::REFUND,
        says: &[
            ("付款后点错了想取消", "刚付的款，型号选错了，想取消重新下单，提示「商家备货中」。"),
        ],
    },
    LeafPlan {
        path: "咨询/订单/合并发货", hint: "几单一起发", team: "物流查询组",
        targets: (2, 24), weight: (Urgency::Low, Importance::Low),
        form: "order!", theme: &themes::ORDER,
        says: &[
            ("两个订单能不能一起发", "同一家店买了两单，希望合并发货，少收一次运费。"),
        ],
    },
    LeafPlan {
        path: "咨询/提现/到账时长", hint: "多久能到账", team: "支付提现组",
        targets: (1, 24), weight: (Urgency::Medium, Importance::Medium),
        form: "amount! card", theme: &themes::WITHDRAWAL,
        says: &[
            ("提现{a}元三天没到账", "{d}申请的提现，页面显示「处理中」，银行说没有收到。"),
            ("提现一般多久到", "第一次提现，想问一下周末申请是不是要等到周一？"),
        ],
    },
    LeafPlan {
        path: "咨询/提现/提现失败", hint: "被退回、提示异常", team: "支付提现组",
        targets: (1, 24), weight: (Urgency::Medium, Importance::Medium),
        form: "amount! card", theme: &themes::WITHDRAWAL,
        says: &[
            ("提现被退回来了", "提示「银行卡信息有误」，可是这张卡之前一直能用。"),
        ],
    },
    LeafPlan {
        path: "咨询/提现/手续费", hint: "收了多少、为什么", team: "支付提现组",
        targets: (2, 48), weight: (Urgency::Low, Importance::Low),
        form: "amount", theme: &themes::PAYMENT,
        says: &[
            ("提现扣了两次手续费", "以前都是千分之一，这次多扣了{n}块，请说明一下。"),
        ],
    },
    LeafPlan {
        path: "咨询/会员/积分规则", hint: "怎么得、怎么用", team: "售前咨询组",
        targets: (2, 48), weight: (Urgency::Low, Importance::Low),
        form: "", theme: &themes::MEMBER,
        says: &[
            ("积分没有到账", "确认收货两天了，积分还是没变。"),
        ],
    },
    LeafPlan {
        path: "咨询/会员/等级权益", hint: "升级、降级、生日礼", team: "售前咨询组",
        targets: (2, 48), weight: (Urgency::Low, Importance::Low),
        form: "", theme: &themes::MEMBER,
        says: &[
            ("生日礼券没有发", "今天是我生日，往年早上就发了，今年没有。"),
        ],
    },
    LeafPlan {
        path: "咨询/会员/付费会员", hint: "开通、续费、退费", team: "退款组",
        targets: (2, 48), weight: (Urgency::Medium, Importance::Low),
        form: "amount", theme: &themes::REFUND,
        says: &[
            ("自动续费了没有提醒", "昨天自动扣了 148 元，没有任何提醒，这个月我一次都没用，申请退回。"),
        ],
    },
    LeafPlan {
        path: "举报/未购买/商家售假", hint: "看到有人在卖假货", team: "举报核查组",
        targets: (4, 72), weight: (Urgency::Medium, Importance::High),
        form: "shop! product", theme: &themes::REPORT,
        says: &[
            ("{s}公开卖高仿包", "直播间里说「懂的都懂」，价格只有专柜十分之一，评论区都在问是不是真的。"),
        ],
    },
    LeafPlan {
        path: "举报/未购买/虚假宣传", hint: "夸大功效、绝对化用语", team: "举报核查组",
        targets: (4, 72), weight: (Urgency::Low, Importance::Medium),
        form: "shop! product", theme: &themes::REPORT,
        says: &[
            ("保健品宣称能治高血压", "{s}的主播说喝三个疗程可以停药，家里老人差点信了。"),
            ("「全网最低」根本不是", "同款在别家便宜 40 块，页面还写全网最低价。"),
        ],
    },
    LeafPlan {
        path: "举报/未购买/违禁商品", hint: "禁止销售的东西", team: "举报核查组",
        targets: (1, 24), weight: (Urgency::High, Importance::High),
        form: "shop!", theme: &themes::REPORT,
        says: &[
            ("店铺在卖管制刀具", "标题写的是「户外工具」，点进去是开刃的长刀，未成年人也能买。"),
        ],
    },
    LeafPlan {
        path: "举报/未购买/刷单炒信", hint: "虚构交易和评价", team: "举报核查组",
        targets: (4, 72), weight: (Urgency::Low, Importance::Medium),
        form: "shop!", theme: &themes::REPORT,
        says: &[
            ("{s}好评全是一样的话", "两百条评价一半文案相同，收货地址都是同一个城市。"),
        ],
    },
    LeafPlan {
        path: "举报/未购买/侵权盗图", hint: "用了别人的图片、商标", team: "举报核查组",
        targets: (4, 96), weight: (Urgency::Low, Importance::Medium),
        form: "shop!", theme: &themes::REPORT,
        says: &[
            ("盗用我们店铺的主图", "我们自己请摄影师拍的图，被{s}原样拿去用，水印都没去干净。"),
        ],
    },
    LeafPlan {
        path: "举报/已购买/诱导好评", hint: "要求五星返现", team: "举报核查组",
        targets: (4, 72), weight: (Urgency::Low, Importance::Low),
        form: "order! shop", theme: &themes::REPORT,
        says: &[
            ("包裹里放了好评返现卡", "写着五星加图返 5 元，还让加微信，影响其他买家判断。"),
        ],
    },
    LeafPlan {
        path: "举报/已购买/引导线下", hint: "让加微信、私下交易", team: "举报核查组",
        targets: (2, 48), weight: (Urgency::Medium, Importance::Medium),
        form: "order! shop", theme: &themes::REPORT,
        says: &[
            ("客服让我加微信转账", "说平台价贵，加微信便宜 200，我没有转，截图在附件。"),
        ],
    },
    LeafPlan {
        path: "举报/已购买/泄露信息", hint: "个人信息被卖、被骚扰", team: "举报核查组",
        targets: (1, 48), weight: (Urgency::High, Importance::High),
        form: "order! shop", theme: &themes::REPORT,
        says: &[
            ("买完就接到诈骗电话", "下单第二天有人准确说出我的订单号和地址，说要给我「理赔」。"),
        ],
    },
    LeafPlan {
        path: "申请/退款/仅退款", hint: "没收到货或不用退货", team: "退款组",
        targets: (1, 48), weight: (Urgency::Medium, Importance::Medium),
        form: "order! amount reason", theme: &themes::REFUND,
        says: &[
            ("一直没发货，申请退款", "付款{n}天了还没发，不想等了，请把{a}元退回来。"),
            ("商品缺货，商家让我申请退款", "商家说没货了，让我自己申请，怕影响信誉让我选「不想要了」。"),
        ],
    },
    LeafPlan {
        path: "申请/退款/退货退款", hint: "七天无理由、质量退货", team: "退款组",
        targets: (1, 72), weight: (Urgency::Medium, Importance::Medium),
        form: "order! amount reason express", theme: &themes::REFUND,
        says: &[
            ("{p}不合适，申请退货", "没有用过，吊牌都在，已经寄回去了，请尽快退款。"),
            ("退货签收五天没退款", "物流显示仓库{d}就签收了，退款还没动静。"),
        ],
    },
    LeafPlan {
        path: "申请/退款/补差价", hint: "部分退款", team: "退款组",
        targets: (2, 72), weight: (Urgency::Low, Importance::Low),
        form: "order! amount", theme: &themes::REFUND,
        says: &[
            ("少发赠品要求退差价", "赠品补不了的话，按 30 元退给我就行。"),
        ],
    },
    LeafPlan {
        path: "申请/退款/运费退还", hint: "退货运费、保险理赔", team: "退款组",
        targets: (2, 72), weight: (Urgency::Low, Importance::Low),
        form: "order! amount express", theme: &themes::REFUND,
        says: &[
            ("退货运费没有赔付", "质量问题退的货，运费 18 元说好商家承担，一直没到。"),
        ],
    },
    LeafPlan {
        path: "申请/换货/尺码颜色", hint: "换一个规格", team: "售后二组",
        targets: (2, 72), weight: (Urgency::Low, Importance::Low),
        form: "order! product", theme: &themes::QUALITY,
        says: &[
            ("鞋子小了一码，想换 43", "试穿了一下，没有出门穿，鞋盒完好，请换大一码。"),
        ],
    },
    LeafPlan {
        path: "申请/换货/质量换新", hint: "坏了换新的", team: "售后二组",
        targets: (2, 72), weight: (Urgency::Medium, Importance::Medium),
        form: "order! product", theme: &themes::QUALITY,
        says: &[
            ("{p}屏幕有亮点", "开机就有三个亮点，在质保期内，申请换新。"),
        ],
    },
    LeafPlan {
        path: "申请/维修/家电维修", hint: "上门或寄修", team: "售后一组",
        targets: (2, 96), weight: (Urgency::Medium, Importance::Medium),
        form: "order product city date", theme: &themes::REPAIR,
        says: &[
            ("空调不制冷，希望{d}上门", "去年买的，滤网洗过了还是不凉，家里有老人，麻烦尽快。"),
            ("洗衣机脱水时异响", "脱水到一半像飞机起飞，已经停用了。"),
        ],
    },
    LeafPlan {
        path: "申请/维修/数码维修", hint: "手机、电脑、耳机", team: "售后一组",
        targets: (2, 120), weight: (Urgency::Medium, Importance::Medium),
        form: "order product", theme: &themes::REPAIR,
        says: &[
            ("{p}充不进电", "换了两根线都不行，接口里没有灰，寄修大概要多久？"),
        ],
    },
    LeafPlan {
        path: "申请/发票/开具发票", hint: "补开、电子发票", team: "发票组",
        targets: (4, 48), weight: (Urgency::Low, Importance::Low),
        form: "order! title! tax amount", theme: &themes::INVOICE,
        says: &[
            ("{d}的订单需要补开发票", "当时忘了选，公司报销要用，抬头和税号填在下面了。"),
        ],
    },
    LeafPlan {
        path: "申请/发票/修改抬头", hint: "抬头、税号写错", team: "发票组",
        targets: (4, 48), weight: (Urgency::Low, Importance::Low),
        form: "order! title! tax", theme: &themes::INVOICE,
        says: &[
            ("发票抬头开错了", "抬头少了「有限」两个字，财务不给报，请红冲重开。"),
        ],
    },
    LeafPlan {
        path: "申请/发票/专用发票", hint: "增值税专票", team: "发票组",
        targets: (4, 96), weight: (Urgency::Low, Importance::Medium),
        form: "order! title! tax!", theme: &themes::INVOICE,
        says: &[
            ("企业采购需要专票", "一共 {n} 个订单，合并开一张可以吗？"),
        ],
    },
    LeafPlan {
        path: "申请/账户/更换手机", hint: "旧号码不用了", team: "账户安全组",
        targets: (1, 24), weight: (Urgency::Medium, Importance::High),
        form: "phone!", theme: &themes::ACCOUNT,
        says: &[
            ("旧手机号停用了，登录不了", "验证码都发到旧号码上，账户里还有余额，请帮忙换成新号。"),
        ],
    },
    LeafPlan {
        path: "申请/账户/解除冻结", hint: "账户被限制", team: "账户安全组",
        targets: (1, 24), weight: (Urgency::High, Importance::Medium),
        form: "identity!", theme: &themes::ACCOUNT,
        says: &[
            ("账户突然被冻结", "没有任何违规，登录就提示「账户存在风险」，购物车里的券今天过期。"),
        ],
    },
    LeafPlan {
        path: "申请/账户/注销账户", hint: "不再使用", team: "账户安全组",
        targets: (4, 168), weight: (Urgency::Low, Importance::Medium),
        form: "reason", theme: &themes::ACCOUNT,
        says: &[
            ("申请注销账户", "不再使用了，请删除我的个人信息。"),
        ],
    },
    LeafPlan {
        path: "申请/支付/重复扣款", hint: "一笔订单扣了两次", team: "支付提现组",
        targets: (1, 24), weight: (Urgency::High, Importance::High),
        form: "order! amount!", theme: &themes::PAYMENT,
        says: &[
            ("同一订单扣了两次{a}元", "付款时页面卡住，又点了一次，银行短信显示扣了两笔。"),
        ],
    },
    LeafPlan {
        path: "申请/支付/支付失败", hint: "扣了款但订单没成", team: "支付提现组",
        targets: (1, 24), weight: (Urgency::High, Importance::Medium),
        form: "order amount!", theme: &themes::PAYMENT,
        says: &[
            ("钱扣了，订单还是待付款", "{d}付的{a}元，已经扣款，页面还让我付款。"),
        ],
    },
    LeafPlan {
        path: "申请/支付/分期问题", hint: "免息、提前还款", team: "支付提现组",
        targets: (2, 48), weight: (Urgency::Low, Importance::Medium),
        form: "order amount", theme: &themes::PAYMENT,
        says: &[
            ("免息分期还是收了手续费", "页面写 12 期免息，账单里每期多了 6 块。"),
        ],
    },
    LeafPlan {
        path: "异常/账户安全/盗号", hint: "不是本人登录、下单", team: "账户安全组",
        targets: (1, 12), weight: (Urgency::High, Importance::High),
        form: "date amount", theme: &themes::ACCOUNT,
        says: &[
            ("账户被盗，多了一笔订单", "{d}半夜有人用我的账户买了两张充值卡，共{a}元，不是我操作的！"),
        ],
    },
    LeafPlan {
        path: "异常/账户安全/诈骗线索", hint: "有人冒充客服", team: "账户安全组",
        targets: (1, 12), weight: (Urgency::High, Importance::High),
        form: "phone", theme: &themes::ACCOUNT,
        says: &[
            ("接到冒充客服的电话", "对方说我开通了百万保障，要我屏幕共享，我没有照做，号码在下面。"),
        ],
    },
    LeafPlan {
        path: "合作/商家/入驻咨询", hint: "想来开店", team: "商家协同组",
        targets: (4, 72), weight: (Urgency::Low, Importance::Medium),
        form: "", theme: &themes::PARTNER,
        says: &[
            ("想入驻生鲜类目", "我们是云南的鲜花合作社，想了解保证金和冷链要求。"),
        ],
    },
    LeafPlan {
        path: "合作/商家/结算对账", hint: "货款、账期", team: "商家协同组",
        targets: (4, 96), weight: (Urgency::Medium, Importance::Medium),
        form: "amount", theme: &themes::PARTNER,
        says: &[
            ("九月货款少了{a}元", "对账单和后台对不上，差额是三笔跨月退款，请协助核对。"),
        ],
    },
    LeafPlan {
        path: "合作/商家/处罚申诉", hint: "扣分、下架申诉", team: "商家协同组",
        targets: (2, 72), weight: (Urgency::Medium, Importance::Medium),
        form: "", theme: &themes::PARTNER,
        says: &[
            ("商品被误判下架", "我们有完整的授权链路，系统判定「涉嫌侵权」，请复核。"),
        ],
    },
    LeafPlan {
        path: "合作/渠道/接口对接", hint: "开放平台、权限", team: "渠道服务组",
        targets: (4, 96), weight: (Urgency::Low, Importance::Medium),
        form: "", theme: &themes::PARTNER,
        says: &[
            ("订单推送接口重复回调", "同一订单一分钟内推了三次，签名都对，请帮忙看一下。"),
        ],
    },
    LeafPlan {
        path: "合作/渠道/企业采购", hint: "团购、大客户", team: "渠道服务组",
        targets: (2, 72), weight: (Urgency::Medium, Importance::Medium),
        form: "amount title", theme: &themes::PARTNER,
        says: &[
            ("年会礼品采购 300 份", "预算每份 200 元左右，需要统一开票、分批送货，请安排人联系。"),
        ],
    },
    LeafPlan {
        path: "建议/产品体验", hint: "对网站、应用的想法", team: "售前咨询组",
        targets: (8, 168), weight: (Urgency::Low, Importance::Low),
        form: "", theme: &themes::FEEDBACK,
        says: &[
            ("希望订单能按店铺筛选", "买的东西多，找一个旧订单要翻很久。"),
            ("字体能不能再大一点", "给爸妈用的，开了大字模式还是看不清价格。"),
        ],
    },
    LeafPlan {
        path: "表扬", hint: "说一声谢谢", team: "售前咨询组",
        targets: (8, 168), weight: (Urgency::Low, Importance::Low),
        form: "", theme: &themes::FEEDBACK,
        says: &[
            ("感谢{e}小哥", "下大雨还把东西送上六楼，鞋都湿了，请一定转告表扬。"),
            ("客服小姑娘特别耐心", "我年纪大，不会操作，她一步一步教了半个小时。"),
        ],
    },
];
