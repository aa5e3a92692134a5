//! Which operations there are, read from where they are written.

use std::fs;
use std::path::Path;

/// What a test calls by another name: saying something is a reply or a note.
const TRIED_AS: [(&str, &str); 1] = [("say", "reply")];

/// The name of each method of the desk that takes an actor.
pub fn names() -> Vec<String> {
    let mut found = Vec::new();
    look_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 40, "only {found:?} were found");
    found
}

fn look_in(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look_in(&path, found);
        } else {
            found.extend(operations(&fs::read_to_string(&path).unwrap()));
        }
    }
}

fn operations(source: &str) -> Vec<String> {
    let methods = source.split("\n    pub async fn ").skip(1);
    let heads = methods.filter_map(|method| method.split_once(" {")).map(|(head, _)| head);
    let operations = heads.filter(|head| head.contains("&self") && head.contains("actor: &Actor"));
    operations.filter_map(|head| head.split_once('(')).map(|(name, _)| tried_as(name)).collect()
}

fn tried_as(name: &str) -> String {
    TRIED_AS.iter().find(|(known, _)| *known == name).map_or(name, |(_, as_)| as_).to_owned()
}
