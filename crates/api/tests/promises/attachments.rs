//! `/attachments`

use axum::body::Body;
use serde_json::json;
use testkit::both;

use crate::program::{Answer, Program};

/// The smallest picture there is.
const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\
\0\0\0\rIDATx\x9cc\xf8\xff\xff?\0\x05\xfe\x02\xfe\xdc\xccY\xe7\0\0\0\0IEND\xaeB`\x82";

async fn upload(program: &Program, part: &str, name: &str, content: &[u8]) -> Answer {
    let mut body = format!(
        "--x\r\ncontent-disposition: form-data; name=\"{part}\"; filename=\"{name}\"\r\n\r\n"
    )
    .into_bytes();
    body.extend(content);
    body.extend(b"\r\n--x--\r\n");
    let request = program.request("POST", "/api/v1/attachments");
    let request = request.header("content-type", "multipart/form-data; boundary=x");
    program.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_file_goes_up_along_and_down_again() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        let ticket = agent.file().await;

        let file = upload(&agent, "file", "凭证.png", PNG).await;
        assert_eq!((file.status, file.at("media_type")), (201, &json!("image/png")), "{file:?}");
        let id = file.at("id").clone();
        let reply = json!({ "kind": "public_reply", "body": "见附件", "attachments": [id] });
        let said = agent.post(&format!("/api/v1/tickets/{ticket}/messages"), reply).await;
        assert_eq!(said.status, 201, "{said:?}");

        let down = agent.get(&format!("/api/v1/attachments/{id}")).await;
        assert_eq!(down.status, 200);
        assert_eq!(
            down.header("content-disposition"),
            "attachment; filename*=UTF-8''%E5%87%AD%E8%AF%81.png"
        );
        assert_eq!(down.header("x-content-type-options"), "nosniff");
        assert_eq!(down.header("content-length"), PNG.len().to_string());

        let outsider = Program::of(&desk, "chenjing").await;
        let refused = outsider.get(&format!("/api/v1/attachments/{id}")).await;
        assert_eq!(refused.problem(), (404, "not_found".into()));
    })
    .await;
}

#[tokio::test]
async fn a_page_in_disguise_is_not_taken() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;
        for content in [&b"<html><script>alert(1)</script>"[..], b"<svg onload='x'/>", b"MZ\x90\0"]
        {
            let refused = upload(&agent, "file", "picture.png", content).await;
            assert_eq!(refused.problem(), (422, "invalid".into()));
            assert_eq!(refused.at("errors.0.code"), "file_kind");
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_without_a_file_says_so() {
    both(|desk| async move {
        let agent = Program::of(&desk, "zhangqi").await;

        let other = upload(&agent, "picture", "a.png", PNG).await;
        let json = agent.post("/api/v1/attachments", json!({})).await;

        assert_eq!(other.at("errors.0.field"), "picture");
        assert_eq!(other.at("errors.0.code"), "not_offered");
        assert_eq!(json.problem(), (415, "unsupported_media_type".into()));
    })
    .await;
}
