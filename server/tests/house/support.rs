//! The real program, started as people start it, and the plainest of HTTP clients.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// A server with a folder of its own, where its database is.
pub struct Server {
    pub address: String,
    folder: PathBuf,
    program: Child,
}

impl Server {
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    pub fn start_with(variables: &[(&str, &str)]) -> Self {
        Self::start_in(folder(), variables)
    }

    /// On a desk that was there before, with the folder it is in.
    pub fn start_in(folder: PathBuf, variables: &[(&str, &str)]) -> Self {
        let address = free_address();
        let program = gongdan(&folder)
            .args(["serve", "--listen", &address])
            .envs(variables.iter().copied())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let server = Self { address, folder, program };
        server.wait_until_open();
        server
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, "")
    }

    /// `headers` is text as it goes over the line, each ending with `\r\n`.
    pub fn get_with(&self, path: &str, headers: &str) -> Answer {
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: {}\r\n{headers}", self.address))
    }

    pub fn post_with(&self, path: &str, headers: &str) -> Answer {
        let host = &self.address;
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\ncontent-length: 0\r\n{headers}"
        ))
    }

    pub fn post_form(&self, path: &str, headers: &str, form: &str) -> Answer {
        let (host, length) = (&self.address, form.len());
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\ncontent-length: {length}\r\n\
             content-type: application/x-www-form-urlencoded\r\n{headers}"
        );
        self.send_with(&head, form.as_bytes())
    }

    pub fn post_json(&self, path: &str, headers: &str, json: &str) -> Answer {
        let (host, length) = (&self.address, json.len());
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\ncontent-length: {length}\r\n\
             content-type: application/json\r\n{headers}"
        );
        self.send_with(&head, json.as_bytes())
    }

    /// As a form with one file.
    pub fn upload(&self, path: &str, headers: &str, name: &str, content: &[u8]) -> Answer {
        let mut form = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
        )
        .into_bytes();
        form.extend(content);
        form.extend(b"\r\n--edge--\r\n");
        let (host, length) = (&self.address, form.len());
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\ncontent-length: {length}\r\n\
             content-type: multipart/form-data; boundary=edge\r\n{headers}"
        );
        self.send_with(&head, &form)
    }

    fn send(&self, head: &str) -> Answer {
        self.send_with(head, b"")
    }

    fn send_with(&self, head: &str, body: &[u8]) -> Answer {
        let mut line = self.connect();
        write!(line, "{head}connection: close\r\n\r\n").unwrap();
        line.write_all(body).unwrap();
        let mut answer = Vec::new();
        line.read_to_end(&mut answer).unwrap();
        Answer(answer)
    }

    /// Opens a stream and reads until its first event is there.
    pub fn listen(&self, path: &str, headers: &str) -> BufReader<TcpStream> {
        let mut line = self.connect();
        write!(line, "GET {path} HTTP/1.1\r\nhost: {}\r\n{headers}\r\n", self.address).unwrap();
        let mut lines = BufReader::new(line);
        let mut read = String::new();
        while !read.starts_with("data:") && !read.starts_with("event:") {
            read.clear();
            assert_ne!(lines.read_line(&mut read).unwrap(), 0, "the stream ended at once");
        }
        lines
    }

    /// How long it took to go after being asked, and whether it was content.
    pub fn stop(mut self) -> (Duration, bool) {
        let begun = Instant::now();
        let pid = self.program.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        let content = self.program.wait().unwrap().success();
        (begun.elapsed(), content)
    }

    /// Who waits longer for an answer waits in vain.
    fn connect(&self) -> TcpStream {
        let line = TcpStream::connect(&self.address).unwrap();
        line.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        line
    }

    fn wait_until_open(&self) {
        let begun = Instant::now();
        while TcpStream::connect(&self.address).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(20), "the server does not open");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// What came over the line, head and body.
pub struct Answer(Vec<u8>);

impl Answer {
    pub fn status(&self) -> u16 {
        self.head().split(' ').nth(1).unwrap().parse().unwrap()
    }

    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.head();
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(self.body()).into_owned()
    }

    pub fn body(&self) -> &[u8] {
        &self.0[self.end_of_head()..]
    }

    fn head(&self) -> String {
        String::from_utf8_lossy(&self.0[..self.end_of_head()]).into_owned()
    }

    fn end_of_head(&self) -> usize {
        self.0.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4
    }
}

/// Runs the program to its end.
pub fn run(words: &[&str], variables: &[(&str, &str)]) -> Output {
    let folder = folder();
    let output = gongdan(&folder).args(words).envs(variables.iter().copied()).output().unwrap();
    let _ = std::fs::remove_dir_all(&folder);
    output
}

/// Runs the program to its end, on the desk in the folder.
pub fn run_in(folder: &PathBuf, words: &[&str]) -> Output {
    gongdan(folder).args(words).output().unwrap()
}

pub fn folder() -> PathBuf {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("gongdan-test-{}-{number}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn gongdan(folder: &PathBuf) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongdan"));
    command.current_dir(folder).env_remove("DATABASE_URL").env_remove("GONGDAN_LISTEN");
    command
}

fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}
