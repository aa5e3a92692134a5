//! Attachments in a bucket instead of a folder: the same desk, told so by its settings.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::people::an_agent;
use crate::support::{Server, folder};

const PHOTO: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

type Things = Arc<Mutex<HashMap<String, Vec<u8>>>>;

/// As much of S3 as keeping a thing and giving it back takes.
struct Bucket {
    address: String,
    things: Things,
}

impl Bucket {
    fn open() -> Self {
        let door = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", door.local_addr().unwrap());
        let things = Things::default();
        let kept = things.clone();
        thread::spawn(move || {
            for line in door.incoming() {
                let kept = kept.clone();
                thread::spawn(move || serve(line.unwrap(), &kept));
            }
        });
        Self { address, things }
    }
}

fn serve(line: TcpStream, things: &Things) {
    let mut lines = BufReader::new(line);
    while let Some((first, length)) = head(&mut lines) {
        let mut body = vec![0; length];
        lines.read_exact(&mut body).unwrap();
        let path = first.split(' ').nth(1).unwrap().split('?').next().unwrap().to_owned();
        let found = match first.split(' ').next() {
            Some("PUT") => {
                things.lock().unwrap().insert(path, body);
                Vec::new()
            }
            _ => things.lock().unwrap()[&path].clone(),
        };
        let about =
            "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nLast-Modified: Fri, 02 Jan 2026 12:00:00 GMT";
        write!(lines.get_mut(), "{about}\r\nContent-Length: {}\r\n\r\n", found.len()).unwrap();
        lines.get_mut().write_all(&found).unwrap();
    }
}

/// The first line, and how long the body is.
fn head(lines: &mut impl BufRead) -> Option<(String, usize)> {
    let mut first = String::new();
    lines.read_line(&mut first).ok().filter(|read| *read > 0)?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        lines.read_line(&mut line).ok()?;
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            return Some((first, length));
        }
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
}

#[tokio::test]
async fn a_photo_is_kept_in_a_bucket_and_comes_back() {
    let folder = folder();
    let lin = an_agent(&folder).await;
    let bucket = Bucket::open();
    let settings = [
        ("GONGDAN_FILES_URL", "s3://photos"),
        ("AWS_ENDPOINT", bucket.address.as_str()),
        ("AWS_ALLOW_HTTP", "true"),
        ("AWS_ACCESS_KEY_ID", "key"),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
    ];
    let server = Server::start_in(folder, &settings);

    let sent = server.upload("/files", &lin, "照片.png", PHOTO);
    let id: String = sent
        .text()
        .split("\"id\":")
        .nth(1)
        .unwrap()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let back = server.get_with(&format!("/files/{id}"), &lin);

    assert_eq!(sent.status(), 201, "{}", sent.text());
    assert_eq!(bucket.things.lock().unwrap().len(), 1);
    assert_eq!((back.status(), back.body()), (200, PHOTO));
}

#[tokio::test]
async fn a_page_or_a_drawing_is_neither_taken_nor_shown() {
    let folder = folder();
    let lin = an_agent(&folder).await;
    let server = Server::start_in(folder, &[]);

    let page = server.upload("/files", &lin, "a.png", b"<html><script>x()</script>");
    let drawing = server.upload("/files", &lin, "a.png", b"<svg onload='x()'></svg>");
    let text = server.upload("/files", &lin, "a.html", "订单号,金额".as_bytes());
    let back = server.get_with("/files/1", &lin);

    assert_eq!((page.status(), drawing.status(), text.status()), (422, 422, 201));
    assert_eq!(back.header("content-type").as_deref(), Some("text/plain"));
    let how = back.header("content-disposition");
    assert_eq!(how.as_deref(), Some("attachment; filename*=UTF-8''a.html.txt"));
    assert!(back.header("content-security-policy").unwrap().contains("sandbox"));
}
