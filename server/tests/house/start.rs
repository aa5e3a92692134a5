//! A server that cannot start says why, in one sentence, and goes.

use std::net::TcpListener;

use crate::support::{folder, run};

fn complaint(words: &[&str], variables: &[(&str, &str)]) -> String {
    let output = run(words, variables);
    assert!(!output.status.success());
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_wrong_database_is_named_without_its_password() {
    let said = complaint(&["serve"], &[("DATABASE_URL", "mysql://root:secret@db/desk")]);

    assert_eq!(
        said,
        "gongdan: database_url begins with \"mysql\", but only sqlite:FILE and \
         postgres://USER@HOST/NAME are understood\n"
    );
}

#[test]
fn an_address_without_a_port_is_named() {
    let said = complaint(&["serve", "--listen", "localhost"], &[]);

    assert!(said.starts_with("gongdan: listen is \"localhost\""), "{said}");
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();

    let said = complaint(&["serve", "--listen", &address], &[("GONGDAN_LOG_FILTER", "off")]);

    assert_eq!(
        said,
        format!(
            "gongdan: {address} is in use by another program; stop that one, or say --listen \
             with another address\n"
        )
    );
}

#[test]
fn a_setting_nobody_knows_is_named() {
    let said = complaint(&["serve"], &[("GONGDAN_COLOUR", "red")]);

    assert!(said.contains("unknown field `colour`"), "{said}");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let said = complaint(&["serve", "--config", "nowhere.toml"], &[]);

    assert_eq!(said, "gongdan: there is no settings file nowhere.toml\n");
}

#[test]
fn a_flag_nobody_knows_is_named() {
    let said = complaint(&["serve", "--lisen", "x"], &[]);

    assert!(said.starts_with("gongdan: unexpected argument '--lisen' found"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn what_is_missing_on_the_line_is_named() {
    let said = complaint(&["token", "create", "--agent", "lin"], &[]);

    assert!(said.contains("--scope <SCOPE>"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn a_word_that_is_no_choice_is_named() {
    let said = complaint(&["serve"], &[("GONGDAN_LOG_FORMAT", "xml")]);

    assert!(said.contains("\"xml\" is no format for logs; text and json are"), "{said}");
}

#[test]
fn a_file_with_a_slip_in_it_is_named_in_one_line() {
    let file = folder().join("desk.toml");
    std::fs::write(&file, "listen = \"127").unwrap();

    let said = complaint(&["serve", "--config", file.to_str().unwrap()], &[]);

    assert!(said.contains("at line 1") && said.contains("desk.toml"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn an_address_that_is_none_is_not_repeated() {
    let said = complaint(&["migrate"], &[("DATABASE_URL", "postgres://u:secret@db:99999/desk")]);

    assert!(said.contains("the address of the database cannot be read: invalid port"), "{said}");
    assert!(!said.contains("secret"), "{said}");
}

#[test]
fn a_database_nobody_answers_at_says_so() {
    let said = complaint(&["migrate"], &[("DATABASE_URL", "postgres://u:secret@127.0.0.1:1/desk")]);

    assert!(said.contains("Connection refused"), "{said}");
    assert!(!said.contains("secret"), "{said}");
}

#[test]
fn a_folder_there_is_not_is_named() {
    let said = complaint(&["migrate"], &[("DATABASE_URL", "sqlite:/nowhere/desk.db")]);

    assert!(said.contains("the file /nowhere/desk.db cannot be opened"), "{said}");
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_left_alone() {
    let folder = folder();
    let url = format!("sqlite:{}", folder.join("desk.db").display());
    run(&["migrate"], &[("DATABASE_URL", &url)]);
    let database = sqlx::SqlitePool::connect(&url).await.unwrap();
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, \
                 execution_time) VALUES (9999, 'tomorrow', TRUE, x'00', 0)";
    sqlx::query(newer).execute(&database).await.unwrap();
    database.close().await;

    let said = complaint(&["serve"], &[("DATABASE_URL", &url)]);

    assert_eq!(
        said,
        "gongdan: the database is newer than this program: it knows step 9999, which is not \
         known here; start the newer program, or restore a backup\n"
    );
}
