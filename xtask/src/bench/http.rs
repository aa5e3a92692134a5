//! As much HTTP as a measurement needs: one connection, kept open.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail};

pub struct Connection {
    stream: BufReader<TcpStream>,
    token: String,
}

impl Connection {
    pub fn open(address: SocketAddr, token: &str) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream: BufReader::new(stream), token: token.to_owned() })
    }

    pub fn get(&mut self, path: &str) -> Result<String> {
        Ok(String::from_utf8(self.ask("GET", path, None, "")?)?)
    }

    pub fn post(&mut self, path: &str, body: &str) -> Result<String> {
        Ok(String::from_utf8(self.ask("POST", path, Some(body), "")?)?)
    }

    /// Bytes of the answer as a browser gets it.
    pub fn weigh(&mut self, path: &str) -> Result<usize> {
        Ok(self.ask("GET", path, None, "Accept-Encoding: br\r\n")?.len())
    }

    fn ask(&mut self, method: &str, path: &str, body: Option<&str>, more: &str) -> Result<Vec<u8>> {
        self.send(method, path, body, more)?;
        let (status, length) = self.head()?;
        let answer = match length {
            Some(length) => self.exactly(length)?,
            None => self.chunks()?,
        };
        if status >= 400 {
            let text = String::from_utf8_lossy(&answer);
            bail!("{method} {path} was answered with {status}: {text}");
        }
        Ok(answer)
    }

    /// Asks for a stream, and leaves it to be read by [`Connection::line`].
    pub fn listen(&mut self, path: &str) -> Result<()> {
        self.send("GET", path, None, "Accept: text/event-stream\r\n")?;
        let (status, _) = self.head()?;
        if status == 200 { Ok(()) } else { bail!("GET {path} was answered with {status}") }
    }

    pub fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            bail!("the server hung up");
        }
        Ok(line.trim_end().to_owned())
    }

    fn send(&mut self, method: &str, path: &str, body: Option<&str>, more: &str) -> Result<()> {
        let Self { stream, token } = self;
        let length = body.map_or(0, str::len);
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n{more}\r\n{}",
            body.unwrap_or_default()
        );
        stream.get_mut().write_all(request.as_bytes())?;
        Ok(())
    }

    fn head(&mut self) -> Result<(u16, Option<usize>)> {
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let mut length = None;
        loop {
            let line = self.line()?.to_ascii_lowercase();
            if line.is_empty() {
                return Ok((status.context("no status in the answer")?, length));
            }
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().ok();
            }
        }
    }

    fn exactly(&mut self, length: usize) -> Result<Vec<u8>> {
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(body)
    }

    fn chunks(&mut self) -> Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let length = usize::from_str_radix(&self.line()?, 16)?;
            body.extend(self.exactly(length)?);
            self.line()?;
            if length == 0 {
                return Ok(body);
            }
        }
    }
}
