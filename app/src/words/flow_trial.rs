//! Words of what is wrong with a flow, of trying it, and of publishing it.

use domain::flow::check::Problem;
use domain::flow::{Outcome, StepKey};

use super::Lang;

impl Lang {
    /// What steps and their outcomes are called is the flow's to say.
    pub fn flow_problem(
        self,
        problem: &Problem,
        called: impl Fn(&StepKey) -> String,
        ended: impl Fn(&StepKey, &Outcome) -> String,
    ) -> String {
        match problem {
            Problem::NoSteps => self.problem_no_steps().into(),
            Problem::NoName { .. } => self.problem_no_name().into(),
            Problem::SameKey { step: key } => self.problem_same_key(key.as_str()),
            Problem::NoSuchStep { named, .. } if named.as_str().is_empty() => {
                self.problem_nowhere().into()
            }
            Problem::NoSuchStep { named, .. } => self.problem_no_such_step(named.as_str()),
            Problem::Unreachable { .. } => self.problem_unreachable().into(),
            Problem::NoExit { .. } => self.problem_no_exit().into(),
            Problem::NoWay { step, outcome } => self.problem_no_way(ended(step, outcome)),
            Problem::NoSuchOutcome { step, outcome } => {
                self.problem_no_such_outcome(ended(step, outcome))
            }
            Problem::NeverTaken { place, .. } => self.problem_never_taken(place + 1),
            Problem::NoOwner { .. } => self.problem_no_owner().into(),
            Problem::TooFewAnswers { .. } => self.problem_too_few_answers().into(),
            Problem::BadFork { .. } => self.problem_bad_fork().into(),
            Problem::LeavesFork { fork, .. } => self.problem_leaves_fork(called(fork)),
            Problem::NoSuchField { field, .. } => self.problem_no_such_field(field),
            Problem::NoSuchAction { connector, .. } if connector.is_empty() => {
                self.problem_no_action().into()
            }
            Problem::NoSuchAction { connector, operation, .. } => {
                self.problem_no_such_action(format!("{connector}.{operation}"))
            }
        }
    }
}

words! {
    problems_count(n) => "还有 {n} 处要改", "還有 {n} 處要改", "{n} to be mended";
    problems_none => "可以发布", "可以發布", "Can be published";
    problems_title => "发布前要改好", "發布前要改好", "To be mended before publishing";
    problem_at(step, problem) => "{step}：{problem}", "{step}：{problem}", "{step}: {problem}";
    problem_no_steps => "流程里还没有节点，先添加一个。", "流程裡還沒有節點，先新增一個。", "The flow has no steps yet; add one.";
    problem_no_name => "请给节点起个名字。", "請給節點取個名稱。", "Give the step a name.";
    problem_same_key(key) => "有两个节点的编号都是 {key}，请删掉一个。", "有兩個節點的編號都是 {key}，請刪掉一個。", "Two steps have the key {key}; delete one.";
    problem_nowhere => "还没有选好去哪个节点。", "還沒有選好去哪個節點。", "Choose the step it leads to.";
    problem_no_such_step(key) => "指向的节点（{key}）不存在，请重新选择。", "指向的節點（{key}）不存在，請重新選擇。", "It names a step that is not there ({key}); choose another.";
    problem_unreachable => "没有任何节点通到这里。在别的节点的「之后去哪里」里选它，或者删掉它。", "沒有任何節點通到這裡。在別的節點的「之後去哪裡」裡選它，或刪掉它。", "Nothing leads here. Choose it where another step leads, or delete it.";
    problem_no_exit => "从这里走不到结束，工单会一直转圈。给其中一条路选「流程结束」。", "從這裡走不到結束，工單會一直繞圈。給其中一條路選「流程結束」。", "The end cannot be reached from here. Let one of the ways lead to the end.";
    problem_no_way(outcome) => "结果是「{outcome}」时，不一定有路可走。加一条没有条件的。", "結果是「{outcome}」時，不一定有路可走。加一條沒有條件的。", "After “{outcome}” some tickets have nowhere to go. Add a way without a condition.";
    problem_no_such_outcome(outcome) => "这个节点没有「{outcome}」这个结果，请改选。", "這個節點沒有「{outcome}」這個結果，請改選。", "This step has no outcome “{outcome}”; choose another.";
    problem_never_taken(place) => "第 {place} 条永远轮不到：前面那条已经包含了所有情况。把它上移或删掉。", "第 {place} 條永遠輪不到：前面那條已經包含了所有情況。把它上移或刪掉。", "Way {place} is never taken: one above it takes everything. Move it up or remove it.";
    problem_no_owner => "还没有选好谁来做，或选的人、组已经不在了。", "還沒有選好誰來做，或選的人、組已經不在了。", "Nobody would have it: choose who does it, among those who are there.";
    problem_too_few_answers => "至少要有两个答案。", "至少要有兩個答案。", "It needs at least two answers.";
    problem_bad_fork => "至少要有两条分支；要完成的数量不能比分支多。", "至少要有兩條分支；要完成的數量不能比分支多。", "It needs two branches at least, and no more can be waited for than there are.";
    problem_leaves_fork(fork) => "它在「{fork}」的分支里，却从旁边进出。分支里的节点只能通到汇合的地方。", "它在「{fork}」的分支裡，卻從旁邊進出。分支裡的節點只能通到匯合的地方。", "It is inside a branch of “{fork}” and is entered or left from aside. Branches lead only to where they meet.";
    problem_no_such_field(field) => "用这个流程的分类没有字段「{field}」。", "用這個流程的分類沒有欄位「{field}」。", "The categories that run this flow have no field “{field}”.";
    problem_no_action => "还没有选好做哪个操作。", "還沒有選好做哪個操作。", "Choose the operation.";
    problem_no_such_action(name) => "连接器里没有操作「{name}」。", "連接器裡沒有操作「{name}」。", "No connector offers “{name}”.";

    trial => "试走", "試走", "Try it";
    trial_hint => "拿一张假想的工单走一遍草稿，不会影响任何真实工单。", "拿一張假想的工單走一遍草稿，不會影響任何真實工單。", "Walks an imagined ticket through the draft. No real ticket is touched.";
    trial_facts => "这张工单", "這張工單", "This ticket";
    trial_no_facts => "这个流程没有按内容分路，直接走就行。", "這個流程沒有依內容分路，直接走就行。", "No way of this flow depends on what the ticket says.";
    trial_unknown => "不填", "不填", "Not known";
    trial_path => "走到了哪里", "走到了哪裡", "Where it is";
    trial_ended => "流程走完了，工单解决。", "流程走完了，工單解決。", "The flow has ended; the ticket is resolved.";
    trial_stuck => "走不下去了：草稿还有要改的地方。", "走不下去了：草稿還有要改的地方。", "It is stuck here: the draft has to be mended.";
    trial_back => "退一步", "退一步", "One step back";
    trial_again => "重新走", "重新走", "From the beginning";
    trial_skipped => "不用做了", "不用做了", "Skipped";
    trial_close => "回到设计", "回到設計", "Back to the design";

    publish => "发布", "發布", "Publish";
    publish_title => "发布新版本", "發布新版本", "Publish a new version";
    publish_hint => "发布后，新工单走新版本；正在处理的工单仍走原来的版本。", "發布後，新工單走新版本；處理中的工單仍走原來的版本。", "New tickets begin with the new version; running ones keep theirs.";
    publish_changes => "这次改了什么", "這次改了什麼", "What it changes";
    publish_no_changes => "节点和上一版一样。", "節點與上一版一樣。", "The steps are as they were.";
    publish_first => "第一次发布", "第一次發布", "The first version";
    publish_note => "这一版改了什么（写给同事看）", "這一版改了什麼（寫給同事看）", "What is new, for your colleagues";
    publish_do => "发布", "發布", "Publish";
    published(n) => "已发布第 {n} 版", "已發布第 {n} 版", "Version {n} is published";
    change_added => "新增", "新增", "New";
    change_removed => "删除", "刪除", "Removed";
    change_changed => "修改", "修改", "Changed";
    history => "历史版本", "歷史版本", "Versions";
    history_none => "还没有发布过", "還沒有發布過", "Not published yet";

    leaves_title => "哪些分类用这个流程", "哪些分類用這個流程", "Which categories run this flow";
    leaves_hint => "勾选的分类，新工单走这个流程；取消的回到标准流程。", "勾選的分類，新工單走這個流程；取消的回到標準流程。", "New tickets of the ticked categories run it; the others go back to the standard flow.";
    leaves_find => "按名称找分类", "依名稱找分類", "Find a category by name";
    leaves_first => "先发布，再选分类。", "先發布，再選分類。", "Publish it first, then choose the categories.";
    leaves_chosen(n) => "已选 {n} 个", "已選 {n} 個", "{n} chosen";
    leaves_saved => "分类已更新", "分類已更新", "The categories are changed";

    flow_export => "导出文件", "匯出檔案", "Export a file";
    flow_import => "导入文件……", "匯入檔案……", "Import a file…";
    flow_imported => "文件已导入为草稿", "檔案已匯入為草稿", "The file is the draft now";
    import_not_a_flow => "这不是流程文件，请选择从这里导出的 .json 文件。", "這不是流程檔案，請選擇從這裡匯出的 .json 檔案。", "This is no flow file. Choose a .json file that was exported here.";
    import_version => "这个文件是别的版本导出的，这里读不了。", "這個檔案是其他版本匯出的，這裡讀不了。", "This file was written by another version and cannot be read here.";
    import_unknown(name) => "文件里提到的「{name}」这里没有。先建好它，或改掉文件里的名字。", "檔案裡提到的「{name}」這裡沒有。先建好它，或改掉檔案裡的名稱。", "The file names “{name}”, which is not here. Create it first, or change the name in the file.";
}
