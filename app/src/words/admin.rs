//! Words of the administrator's door; each area brings its own beside these.

words! {
    rail_admin => "设置", "設定", "Set-up";
    admin_title => "设置", "設定", "Set-up";
    admin_hint => "这里的改动马上生效，不用重启。", "這裡的變更立即生效，不用重新啟動。", "Changes here take effect at once, without a restart.";
    admin_areas => "设置项目", "設定項目", "What can be set up";
    admin_calculators => "业务计算器", "業務計算器", "Calculators";
    admin_calculators_hint => "赔付、退款拆分这类算法：写一次公式，工单里直接算，每个版本都留底。", "賠付、退款拆分這類算法：寫一次公式，工單裡直接算，每個版本都留底。", "Compensation, refund splits: written once, calculated in the ticket, every version kept.";
}
