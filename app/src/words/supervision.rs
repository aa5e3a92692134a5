//! Words of supervision, urging, and of what runs badly.

use domain::stuck::Trouble;
use domain::supervision::{Figure, Missed, ReportKind, SupervisionState};
use domain::time::{Span, Timestamp};

use super::Lang;

impl Lang {
    pub const fn supervision_state(self, state: SupervisionState) -> &'static str {
        match state {
            SupervisionState::Issued => self.supervision_issued(),
            SupervisionState::Acknowledged => self.supervision_acknowledged(),
            SupervisionState::Reporting => self.supervision_reporting(),
            SupervisionState::Overdue => self.supervision_overdue(),
            SupervisionState::Escalated => self.supervision_escalated(),
            SupervisionState::Lifted => self.supervision_lifted(),
        }
    }

    pub const fn report_kind(self, kind: ReportKind) -> &'static str {
        match kind {
            ReportKind::Progress => self.report_progress(),
            ReportKind::Answer => self.report_answer(),
        }
    }

    pub const fn missed(self, missed: Missed) -> &'static str {
        match missed {
            Missed::Report => self.missed_report(),
            Missed::Limit => self.missed_limit(),
        }
    }

    pub const fn figure(self, figure: Figure) -> &'static str {
        match figure {
            Figure::Issued => self.figure_issued(),
            Figure::AcknowledgedInTime => self.figure_acknowledged(),
            Figure::AnsweredInTime => self.figure_answered(),
            Figure::Missed => self.figure_missed(),
            Figure::Repeated => self.figure_repeated(),
            Figure::Running => self.figure_running(),
        }
    }

    /// Why a ticket runs badly: 「处理」已 26 时，九成在 8 时内完成.
    pub fn stuck(self, trouble: &Trouble, now: Timestamp) -> String {
        match trouble {
            Trouble::Slow { step, since, usual } => self.trouble_slow(
                step,
                self.span(now - *since),
                self.span(at_least_a_minute(*usual)),
            ),
            Trouble::Transfers { n } => self.trouble_transfers(n),
            Trouble::Reopens { n } => self.trouble_reopens(n),
        }
    }

    pub fn troubles(self, troubles: &[Trouble], now: Timestamp) -> String {
        let said: Vec<String> = troubles.iter().map(|it| self.stuck(it, now)).collect();
        said.join(self.semicolon())
    }
}

fn at_least_a_minute(span: Span) -> Span {
    span.max(Span::minutes(1))
}

words! {
    supervision => "督办", "督辦", "Supervision";
    supervision_issued => "已下达", "已下達", "issued";
    supervision_acknowledged => "已签收", "已簽收", "acknowledged";
    supervision_reporting => "反馈中", "回報中", "reporting";
    supervision_overdue => "逾期", "逾期", "overdue";
    supervision_escalated => "已升级", "已升級", "escalated";
    supervision_lifted => "已办结", "已辦結", "lifted";
    supervision_answered => "待办结", "待辦結", "answered";
    report_progress => "进展", "進展", "Progress";
    report_answer => "办理结果", "辦理結果", "Result";
    missed_report => "未按时反馈", "未按時回報", "a report is missing";
    missed_limit => "超过时限", "超過時限", "the time limit has passed";
    supervise_requirement => "督办要求", "督辦要求", "What is required";
    supervise_usual => "请在时限内办结，并把结果答复客户。", "請在時限內辦結，並把結果答覆客戶。", "Please settle it within the time limit, and tell the customer the result.";
    supervise_deadline => "时限", "時限", "Time limit";
    supervise_four_hours => "4 小时内", "4 小時內", "In 4 hours";
    supervise_tonight => "今天 18 点", "今天 18 點", "Today at 6";
    supervise_tomorrow => "明天 18 点", "明天 18 點", "Tomorrow at 6";
    supervise_rhythm => "中途反馈", "中途回報", "Reports on the way";
    supervise_no_rhythm => "不要求", "不要求", "None";
    supervise_every(span) => "每 {span} 反馈一次", "每 {span} 回報一次", "Every {span}";
    supervise_issue => "下达督办", "下達督辦", "Issue";
    supervise_done => "已下达督办", "已下達督辦", "Issued";
    supervise_some_done(n, refused) => "{n} 件已督办，{refused} 件不能督办", "{n} 件已督辦，{refused} 件無法督辦", "{n} supervised, {refused} could not be";
    bulk_supervise(n) => "督办 {n} 件工单", "督辦 {n} 件工單", "Supervise {n} tickets";
    supervision_by_department => "各部门督办", "各部門督辦", "By department";
    supervision_days(n) => "近 {n} 天下达；进行中不限时间", "近 {n} 天下達；進行中不限時間", "Issued within {n} days; running ones whenever";
    supervision_department => "部门", "部門", "Department";
    supervision_none => "没有督办", "沒有督辦", "No supervisions";
    supervision_and_more(n) => "另有 {n} 件", "另有 {n} 件", "and {n} more";
    supervise_by(name) => "{name} 下达", "{name} 下達", "By {name}";
    supervise_until(time) => "限 {time} 前", "限 {time} 前", "due {time}";
    supervise_sign => "签收", "簽收", "Acknowledge";
    supervise_report => "反馈", "回報", "Report";
    supervise_report_words => "办理情况", "辦理情況", "How it goes";
    supervise_report_progress => "反馈进展", "回報進展", "Report progress";
    supervise_report_answer => "已办妥", "已辦妥", "It is done";
    supervise_lift => "办结督办", "辦結督辦", "Lift it";
    supervise_lift_note => "办结意见", "辦結意見", "Remarks";
    semicolon => "；", "；", "; ";

    error_supervised => "此工单正在督办，须由下达人或其上级办结督办后才能关单。", "此工單正在督辦，須由下達人或其上級辦結督辦後才能結案。", "This ticket is supervised. Whoever issued that, or above, has to lift it first.";
    error_not_now_supervision(state) => "现在不能这样做：督办{state}。", "現在不能這樣做：督辦{state}。", "That cannot be done now: the supervision is {state}.";

    // What happened, to be read behind who did it.
    mark_supervised(department, time) => "督办 {department}，限 {time} 前", "督辦 {department}，限 {time} 前", "lays supervision on {department}, due {time}";
    mark_supervision_read => "签收了督办", "簽收了督辦", "acknowledged the supervision";
    mark_supervision_reported => "反馈了督办进展", "回報了督辦進展", "reported on the supervision";
    mark_supervision_answered => "反馈督办已办妥", "回報督辦已辦妥", "reported the supervision as done";
    mark_supervision_overdue(missed) => "督办逾期：{missed}", "督辦逾期：{missed}", "supervision overdue: {missed}";
    mark_supervision_escalated(department) => "督办升级到 {department}", "督辦升級到 {department}", "supervision goes up to {department}";
    mark_supervision_lifted => "办结了督办", "辦結了督辦", "lifted the supervision";

    // Views.
    view_supervised => "督办", "督辦", "Supervised";
    view_stuck => "运行不畅", "運行不暢", "Running badly";
    trouble_slow(step, spent, usual) => "「{step}」已 {spent}，九成在 {usual} 内完成", "「{step}」已 {spent}，九成在 {usual} 內完成", "“{step}” has taken {spent}; nine of ten take {usual}";
    trouble_transfers(n) => "转派 {n} 次", "轉派 {n} 次", "handed over {n}×";
    trouble_reopens(n) => "重开 {n} 次", "重開 {n} 次", "reopened {n}×";

    figure_issued => "下达", "下達", "Issued";
    figure_acknowledged => "按时签收", "按時簽收", "Acknowledged in time";
    figure_answered => "按时办复", "按時辦覆", "Answered in time";
    figure_missed => "逾期", "逾期", "Overdue";
    figure_repeated => "重复督办", "重複督辦", "Repeated";
    figure_running => "进行中", "進行中", "Running";
}
