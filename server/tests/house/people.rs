//! Somebody to sign in as, made before the server opens.

use std::path::Path;
use std::sync::Arc;

use desk::{Desk, Fittings, NewAgent, Outbox, SystemClock};
use domain::actor::Actor;
use store::Store;
use store::files::Files;

const PASSWORD: &str = "correct horse battery";

/// The cookie of an agent `lin`, who is signed in, as a header.
pub async fn an_agent(folder: &Path) -> String {
    let desk = desk(folder).await;
    let department = desk.create_department(&Actor::System, None, "客服部").await.unwrap();
    let lin = NewAgent {
        login: "lin".to_owned(),
        name: "林晓".to_owned(),
        department,
        password: PASSWORD.to_owned(),
        roles: vec!["admin".to_owned()],
    };
    desk.create_agent(&Actor::System, lin).await.unwrap();
    let session = desk.sign_in_agent("lin", PASSWORD, "test").await.unwrap();
    desk.shut();
    format!("cookie: gongdan_desk={}\r\n", session.token)
}

/// The desk that the server will find there.
async fn desk(folder: &Path) -> Desk {
    let url = format!("sqlite:{}", folder.join("gongdan.db").display());
    let files = Files::open(&format!("file:{}", folder.join("files").display())).await.unwrap();
    let fittings = Fittings::for_tests(Arc::new(Outbox::in_folder(folder.join("outbox"))));
    Desk::open(Store::open(&url).await.unwrap(), files, Arc::new(SystemClock), fittings)
        .await
        .unwrap()
}
