//! The promise itself: what `/api/openapi.json` says. A changed line in the snapshot is a change
//! for every program out there, and is reviewed as one.

use std::collections::BTreeSet;

use serde_json::Value;

fn document() -> Value {
    serde_json::to_value(api::document()).unwrap()
}

fn operations(document: &Value) -> Vec<(String, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    let all = paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().unwrap();
        methods.iter().map(move |(method, operation)| (format!("{method} {path}"), operation))
    });
    all.collect()
}

#[test]
fn the_promise_is_what_it_was() {
    insta::assert_json_snapshot!("openapi", document());
}

#[test]
fn it_is_openapi_3_1() {
    assert_eq!(document()["openapi"], "3.1.0");
}

#[test]
fn every_operation_has_a_name_of_its_own_and_says_what_it_does() {
    let document = document();
    let operations = operations(&document);
    let names: BTreeSet<&str> =
        operations.iter().filter_map(|(_, operation)| operation["operationId"].as_str()).collect();
    let silent: Vec<&String> = operations
        .iter()
        .filter(|(_, operation)| !operation["summary"].is_string())
        .map(|(name, _)| name)
        .collect();

    assert_eq!(names.len(), operations.len());
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn every_refusal_is_a_problem() {
    let document = document();
    let problem = "#/components/schemas/Problem";
    for (name, operation) in operations(&document) {
        let refusals = operation["responses"].as_object().unwrap().iter();
        for (status, refusal) in refusals.filter(|(status, _)| status.as_str() >= "400") {
            let schema = &refusal["content"]["application/problem+json"]["schema"]["$ref"];
            assert_eq!(schema, problem, "{name} {status}");
        }
        assert!(operation["responses"]["401"].is_object(), "{name}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1) {
        let pointer = reference.split('"').next().unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer}");
    }
}
