//! Words of the agent's door.

words! {
    desk_my_work => "我的待办", "我的待辦", "My work";
}
