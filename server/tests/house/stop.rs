//! A server that is asked to stop does so soon, whoever is listening.

use std::io::Read;
use std::time::Duration;

use crate::people::an_agent;
use crate::support::{Server, folder};

const SOON: Duration = Duration::from_secs(5);

#[tokio::test]
async fn open_streams_do_not_keep_it() {
    let folder = folder();
    let lin = an_agent(&folder).await;
    let server = Server::start_in(folder, &[]);
    let mut listener = server.listen("/live", &lin);

    let (took, content) = server.stop();

    assert!(took < SOON, "{took:?}");
    assert!(content);
    assert!(listener.read_to_end(&mut Vec::new()).is_ok(), "the stream was cut, not ended");
}
