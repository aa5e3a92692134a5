//! The two ways to build, and what differs between them.

use std::path::PathBuf;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// Where the browser's files go. The server knows these two folders, too.
    pub fn site(self) -> PathBuf {
        PathBuf::from("target/site").join(self.folder())
    }

    /// The server's program.
    pub fn server(self) -> PathBuf {
        PathBuf::from("target").join(self.server_folder()).join("gongdan")
    }

    /// The business the demo operates.
    pub fn shop(self) -> PathBuf {
        self.server().with_file_name("sample-shop")
    }

    /// A browser program as the compiler leaves it.
    pub fn wasm(self, program: &str) -> PathBuf {
        let folder = match self {
            Profile::Dev => "debug",
            Profile::Release => "wasm-release",
        };
        PathBuf::from("target/wasm32-unknown-unknown").join(folder).join(format!("{program}.wasm"))
    }

    pub fn wasm_flags(self) -> &'static [&'static str] {
        match self {
            Profile::Dev => &[],
            Profile::Release => &["--profile", "wasm-release"],
        }
    }

    pub fn server_flags(self) -> &'static [&'static str] {
        match self {
            Profile::Dev => &[],
            Profile::Release => &["--release", "--features", "server/embed"],
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Profile::Dev => "dev",
            Profile::Release => "release",
        }
    }

    fn server_folder(self) -> &'static str {
        match self {
            Profile::Dev => "debug",
            Profile::Release => "release",
        }
    }
}
