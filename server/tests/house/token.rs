//! Letting a program in from the command line.

use crate::people::an_agent;
use crate::support::{Server, folder, run_in};

#[tokio::test]
async fn a_token_from_the_command_line_opens_the_api() {
    let folder = folder();
    an_agent(&folder).await;
    let made = run_in(&folder, &["token", "create", "--agent", "lin", "--scope", "tickets:read"]);
    let token = String::from_utf8(made.stdout).unwrap();
    let server = Server::start_in(folder, &[]);

    let with = format!("authorization: Bearer {}\r\n", token.trim());

    assert_eq!(server.get_with("/api/v1/worklist", &with).status(), 200);
    assert_eq!(server.get("/api/v1/worklist").status(), 401);
}

#[tokio::test]
async fn a_token_for_nobody_is_not_made() {
    let folder = folder();
    an_agent(&folder).await;

    let made = run_in(&folder, &["token", "create", "--agent", "nobody", "--scope", "read"]);

    assert!(!made.status.success());
    assert_eq!(String::from_utf8(made.stderr).unwrap(), "gongdan: there is no agent nobody\n");
}
