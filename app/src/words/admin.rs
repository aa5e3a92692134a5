//! Words of the administrator's door; each area brings its own beside these.

words! {
    rail_admin => "设置", "設定", "Set-up";
    admin_title => "设置", "設定", "Set-up";
    admin_hint => "这里的改动马上生效，不用重启。", "這裡的變更立即生效，不用重新啟動。", "Changes here take effect at once, without a restart.";
    admin_areas => "设置项目", "設定項目", "What can be set up";
    admin_rules => "自动规则", "自動規則", "Rules";
    admin_rules_hint => "系统自己做什么：何时归档，何时算运行不畅，哪些分类只由人处理。", "系統自己做什麼：何時歸檔，何時算運行不順，哪些分類只由人處理。", "What the desk does by itself: when it archives, when a ticket runs badly, what it leaves to people.";
    rules_saved => "已保存", "已儲存", "Saved";
    rules_archive => "归档", "歸檔", "Archiving";
    rules_archive_hint => "关单满这么多天后离开列表，仍可搜索，仍计入统计；归档后不再重开。", "結案滿這麼多天後離開清單，仍可搜尋，仍計入統計；歸檔後不再重開。", "So long after closing a ticket leaves the lists. It is still found and still counted, and is not reopened any more.";
    rules_archive_days => "关单后多少天", "結案後多少天", "Days after closing";
    rules_stuck => "运行不畅", "運行不順", "Running badly";
    rules_stuck_hint => "达到任一条就提示督办；环节超过同类九成的用时也会提示。", "達到任一條就提示督辦；環節超過同類九成的用時也會提示。", "Any of these proposes supervision; so does a step that takes longer than nine of ten of its kind.";
    rules_stuck_transfers => "转派次数", "轉派次數", "Hand-overs";
    rules_stuck_reopens => "重开次数", "重開次數", "Reopenings";
    rules_stuck_sample => "至少统计多少次才比较用时", "至少統計多少次才比較用時", "Finished steps needed before times are compared";
    rules_people_only => "只由人处理的分类", "只由人處理的分類", "Left to people";
    rules_people_only_hint => "勾选后：任务不自动分给个人，外部系统的事件不替人完成环节，也不会到期自动关单。", "勾選後：任務不自動分給個人，外部系統的事件不替人完成環節，也不會到期自動結案。", "When ticked: no rule gives its tasks to a person, no event of another system completes a person's step, and nothing closes by the clock.";
    admin_calculators => "业务计算器", "業務計算器", "Calculators";
    admin_calculators_hint => "赔付、退款拆分这类算法：写一次公式，工单里直接算，每个版本都留底。", "賠付、退款拆分這類算法：寫一次公式，工單裡直接算，每個版本都留底。", "Compensation, refund splits: written once, calculated in the ticket, every version kept.";
}
