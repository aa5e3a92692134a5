//! A Postgres of our own: one for each test process, in a folder that goes when it does.
//!
//! Postgres refuses to run as root; then it runs as the user `postgres`, whom Debian's package
//! made. It ends even when the test process is killed: a shell waits for the process to let go of
//! a pipe, and clears up.

use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::Duration;
use std::{env, fs, io, net, thread};

/// Debian keeps `initdb` and its company here, a folder for each version, and on nobody's path.
const DEBIAN: &str = "/usr/lib/postgresql";
/// Ends the server and clears its folder ($0) as soon as nobody holds the other end of the pipe.
const WATCH: &str = r#"cat > /dev/null
kill -INT "$(head -n 1 "$0/data/postmaster.pid")"
while [ -e "$0/data/postmaster.pid" ]; do sleep 0.1; done
rm -rf "$0""#;

static SERVER: OnceLock<Server> = OnceLock::new();

/// A running server.
pub struct Server {
    port: u16,
    _process: Child,
    /// Holds the pipe.
    _watch: Child,
}

/// The server of this process, started when it is first asked for.
pub fn server() -> &'static Server {
    SERVER.get_or_init(Server::start)
}

impl Server {
    /// A new database; like `template`, if one is named, which nobody may be connected to.
    pub fn create(&self, name: &str, template: Option<&str>) -> String {
        let mut command = tool("createdb");
        command
            .args(["--host=127.0.0.1", "--username=postgres"])
            .arg(format!("--port={}", self.port));
        command.args(template.map(|it| format!("--template={it}"))).arg(name);
        done(&mut command);
        self.url(name)
    }

    pub fn url(&self, name: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{name}", self.port)
    }

    fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("gongdan-pg-").tempdir().unwrap().keep();
        let owner = owner();
        if let Some((user, group)) = owner {
            std::os::unix::fs::chown(&folder, Some(user), Some(group)).unwrap();
        }
        let data = folder.join("data");
        let mut init = tool("initdb");
        init.args(["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8"]);
        done(as_owner(init.arg("--no-sync").arg("--pgdata").arg(&data), owner));
        let port = net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let server = as_owner(&mut serve(&data, port), owner).spawn().unwrap();
        let watch = Command::new("sh")
            .args(["-c", WATCH])
            .arg(&folder)
            // Ctrl+C at the terminal ends the tests; this one has work to do after that.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        wait_for(port);
        Self { port, _process: server, _watch: watch }
    }
}

/// A test database may be lost; so nothing waits for the disk.
fn serve(data: &Path, port: u16) -> Command {
    let mut command = tool("postgres");
    command.arg("-D").arg(data).arg("-p").arg(port.to_string());
    for setting in [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "max_connections=300",
    ] {
        command.args(["-c", setting]);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    command
}

fn wait_for(port: u16) {
    for _ in 0..600 {
        let mut ready = tool("pg_isready");
        let ready = ready.args(["--quiet", "--host=127.0.0.1"]).arg(format!("--port={port}"));
        if ready.status().is_ok_and(|status| status.success()) {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("postgres did not start within 30 seconds");
}

/// Who postgres runs as, when it may not run as us.
fn owner() -> Option<(u32, u32)> {
    if fs::metadata("/proc/self").unwrap().uid() != 0 {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").unwrap();
    let line = users.lines().find_map(|line| line.strip_prefix("postgres:"));
    let parts: Vec<&str> = line.expect("a user named postgres").split(':').collect();
    Some((parts[1].parse().unwrap(), parts[2].parse().unwrap()))
}

fn as_owner(command: &mut Command, owner: Option<(u32, u32)>) -> &mut Command {
    match owner {
        Some((user, group)) => command.uid(user).gid(group).current_dir("/"),
        None => command,
    }
}

fn tool(name: &str) -> Command {
    Command::new(folder_with(name).join(name))
}

fn folder_with(tool: &str) -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let versions = fs::read_dir(DEBIAN).into_iter().flatten().flatten();
    let mut debian: Vec<PathBuf> = versions.map(|it| it.path().join("bin")).collect();
    debian.sort();
    env::split_paths(&path)
        .chain(debian.into_iter().rev())
        .find(|folder| folder.join(tool).is_file())
        .unwrap_or_else(|| panic!("{tool} is nowhere; install postgresql"))
}

fn done(command: &mut Command) {
    let output: io::Result<_> = command.output();
    let output = output.unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}
