//! A server that is asked to stop does so soon, whoever is listening.

use std::io::Read;
use std::time::Duration;

use crate::support::Server;

const SOON: Duration = Duration::from_secs(5);

#[test]
fn open_streams_do_not_keep_it() {
    let server = Server::start();
    let mut listener = server.listen("/live");

    let (took, content) = server.stop();

    assert!(took < SOON, "{took:?}");
    assert!(content);
    assert!(listener.read_to_end(&mut Vec::new()).is_ok(), "the stream was cut, not ended");
}
