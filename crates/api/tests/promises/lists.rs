//! `GET /tickets`, `/worklist`, `/categories`, `/customers`, `/board`, `/me`

use std::collections::BTreeSet;

use serde_json::{Value, json};
use testkit::both;

use crate::program::{Program, complaint};

/// Every number on every page, in order.
async fn walk(program: &Program, path: &str, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = program.get(&format!("{path}&cursor={cursor}")).await;
        assert_eq!(page.status, 200, "{page:?}");
        found.extend(page.items().iter().map(|item| item[name].as_str().unwrap().to_owned()));
        match page.at("next_cursor") {
            Value::String(next) => cursor.clone_from(next),
            _ => return found,
        }
    }
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repeat() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let mut filed = BTreeSet::new();
        for _ in 0..7 {
            filed.insert(shop.file().await);
        }
        let numbers: Vec<&String> = filed.iter().collect();
        shop.post(&format!("/api/v1/tickets/{}/wait", numbers[1]), json!({ "reason": "等" })).await;
        shop.act(&format!("/api/v1/tickets/{}/resolve", numbers[2])).await;

        for limit in [1, 2, 3, 7, 100] {
            let walked = walk(&shop, &format!("/api/v1/tickets?limit={limit}"), "number").await;
            assert_eq!(walked.len(), 7, "{limit} on a page: {walked:?}");
            assert_eq!(walked.into_iter().collect::<BTreeSet<_>>(), filed, "{limit} on a page");
        }
    })
    .await;
}

#[tokio::test]
async fn a_state_or_a_view_is_a_part_of_them() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let (new, waits) = (shop.file().await, shop.file().await);
        shop.post(&format!("/api/v1/tickets/{waits}/wait"), json!({ "reason": "等" })).await;
        let list = |query: &'static str| walk(&shop, query, "number");

        assert_eq!(list("/api/v1/tickets?state=waiting").await, std::slice::from_ref(&waits));
        assert_eq!(list("/api/v1/tickets?view=live").await, std::slice::from_ref(&new));
        assert_eq!(list("/api/v1/tickets?view=live&state=new").await, std::slice::from_ref(&new));
        assert_eq!(list("/api/v1/tickets?view=new&state=new").await, std::slice::from_ref(&new));
        assert!(list("/api/v1/tickets?state=closed").await.is_empty());
        assert!(list("/api/v1/tickets?view=live&state=waiting").await.is_empty());
        assert!(list("/api/v1/tickets?view=overdue&state=new").await.is_empty());
        desk.clock.pass(domain::time::Span::hours(3));
        desk.sweep_promises().await.unwrap();
        assert_eq!(
            list("/api/v1/tickets?view=overdue&state=new").await,
            std::slice::from_ref(&new)
        );
        assert!(list("/api/v1/tickets?view=overdue&state=open").await.is_empty());
        let found = list("/api/v1/tickets?q=%E7%B2%BE%E5%8D%8E&view=overdue&state=new").await;
        assert_eq!(found, std::slice::from_ref(&new));
        assert_eq!(list("/api/v1/tickets?q=&view=&state=&limit=").await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn words_of_two_characters_are_found_in_any_state_or_in_one() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let (one, other) = (shop.file().await, shop.file().await);
        shop.act(&format!("/api/v1/tickets/{one}/resolve")).await;
        let search = |query: &'static str| walk(&shop, query, "number");
        let words = "%E7%B2%BE%E5%8D%8E"; // 精华

        let all: &'static str = format!("/api/v1/tickets?limit=1&q={words}").leak();
        let resolved: &'static str = format!("/api/v1/tickets?q={words}&state=resolved").leak();
        assert_eq!(search(all).await, [other, one.clone()]);
        assert_eq!(search(resolved).await, [one]);
        assert!(search("/api/v1/tickets?q=%E6%B2%99%E5%8F%91").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_worklist_is_my_tasks_first_and_then_those_to_claim() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let (claimed, queued) = (shop.file().await, shop.file().await);
        let work = shop.get("/api/v1/worklist").await;
        let task = work.items().iter().find(|task| task["ticket"] == json!(claimed)).unwrap();
        assert_eq!((&task["assignment"], &task["step"]), (&json!("queue"), &json!("accept")));
        shop.act(&format!("/api/v1/tasks/{}/claim", task["id"])).await;

        let page = shop.get("/api/v1/worklist?limit=1").await;
        let next = page.text("next_cursor");
        let rest = shop.get(&format!("/api/v1/worklist?limit=1&cursor={next}")).await;

        assert_eq!(page.at("items.0.ticket"), &json!(claimed));
        assert_eq!(page.at("items.0.assignment"), "mine");
        assert_eq!(page.at("items.0.step"), "handle");
        assert_eq!(rest.at("items.0.ticket"), &json!(queued));
        assert_eq!(rest.at("items.0.assignment"), "queue");
        assert_eq!(shop.get("/api/v1/worklist?shelf=mine").await.items().len(), 1);
        assert!(shop.get("/api/v1/worklist?shelf=waiting").await.items().is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_numbers_are_those_of_the_lists() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let (claimed, waits) = (shop.file().await, shop.file().await);
        desk.file_elsewhere().await;
        let work = shop.get("/api/v1/worklist").await;
        let task = work.items().iter().find(|task| task["ticket"] == json!(claimed)).unwrap();
        shop.act(&format!("/api/v1/tasks/{}/claim", task["id"])).await;
        shop.post(&format!("/api/v1/tickets/{waits}/wait"), json!({ "reason": "等" })).await;

        let counts = shop.get("/api/v1/counts").await;

        assert_eq!((counts.at("worklist.mine"), counts.at("tickets.open")), (&json!(1), &json!(1)));
        assert_eq!(counts.at("tickets.waiting"), 1, "{counts:?}");
        assert_eq!((counts.at("worklist.queue"), counts.at("tickets.new")), (&json!(0), &json!(0)));
    })
    .await;
}

#[tokio::test]
async fn a_timeline_is_read_from_the_newest_back() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        let ticket = shop.file().await;
        for said in 0..35 {
            let note = json!({ "kind": "note", "body": format!("第 {said} 次") });
            shop.post(&format!("/api/v1/tickets/{ticket}/messages"), note).await;
        }

        let first = shop.get(&format!("/api/v1/tickets/{ticket}/timeline")).await;
        let next = first.text("next_cursor");
        let second = shop.get(&format!("/api/v1/tickets/{ticket}/timeline?cursor={next}")).await;

        assert_eq!(first.at("items.0.message.body"), "第 34 次");
        assert_eq!(first.items().len(), 30);
        let last = second.items().last().unwrap();
        assert_eq!(last["kind"], "ticket_created");
        assert_eq!(second.at("next_cursor"), &Value::Null);
    })
    .await;
}

#[tokio::test]
async fn the_tree_and_its_forms_say_how_to_file() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;

        let tree = shop.get("/api/v1/categories").await;
        let leaf = tree.items().iter().find(|one| one["name"] == "商家售假").unwrap();
        let form = shop.get(&format!("/api/v1/categories/{}/form", leaf["id"])).await;

        assert_eq!(leaf["path"], json!(["投诉", "已购买", "商家售假"]));
        assert_eq!(leaf["leaf"]["first_response_hours"], 2);
        assert_eq!(form.at("items.0.key"), "order_no");
        assert_eq!(form.at("items.0.kind"), "order");
        assert_eq!(form.at("items.0.required"), true);
        let missing = shop.get("/api/v1/categories/999999/form").await;
        assert_eq!(missing.problem(), (404, "not_found".into()));
    })
    .await;
}

#[tokio::test]
async fn a_customer_is_found_and_never_shown_whole() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;
        shop.post("/api/v1/tickets", complaint()).await;

        let found = shop.get("/api/v1/customers?q=13812345521").await;
        let card = shop.get(&format!("/api/v1/customers/{}", found.at("items.0.id"))).await;

        assert_eq!(card.at("name"), "王小美");
        assert_eq!(card.at("phone"), "138 **** 5521");
        assert!(!found.body.to_string().contains("13812345521"));
    })
    .await;
}

#[tokio::test]
async fn a_program_knows_who_it_is_and_who_is_there() {
    both(|desk| async move {
        let shop = Program::of(&desk, "zhangqi").await;

        let me = shop.get("/api/v1/me").await;
        let groups = shop.get("/api/v1/groups").await;
        let agents = shop.get("/api/v1/agents").await;

        assert_eq!((me.at("login"), me.at("name")), (&json!("zhangqi"), &json!("张琪")));
        assert!(groups.items().iter().any(|group| group["name"] == "投诉组"));
        assert!(agents.items().iter().any(|agent| agent["name"] == "刘洋"));
    })
    .await;
}

#[tokio::test]
async fn a_leader_reads_the_board() {
    both(|desk| async move {
        let leader = Program::of(&desk, "wangzhuguan").await;
        Program::of(&desk, "zhangqi").await.file().await;

        let board = leader.get("/api/v1/board").await;

        assert_eq!(board.at("totals.created"), 1, "{board:?}");
        assert_eq!(board.at("totals.backlog"), 1);
        assert_eq!(board.at("hours").as_array().unwrap().len(), 24);
    })
    .await;
}
