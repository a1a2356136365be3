//! A connection that ends at some time.

use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long a read blocks before it looks whether the server has been stopped.
const GLANCE: Duration = Duration::from_millis(100);

/// How long a write may block.
const WRITE: Duration = Duration::from_secs(5);

/// How many bytes are written at a time.
const PART: usize = 1 << 14;

/// A connection, and when it is over at the latest.
pub(super) struct Connection {
    stream: TcpStream,
    deadline: Instant,
    stopped: Arc<AtomicBool>,
}

/// Why nothing more is read or written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Ended {
    /// The peer has left.
    Gone,
    /// Time is up.
    Late,
    /// The server is to stop.
    Stopped,
}

impl Connection {
    /// A connection that ends after `patience` at the latest, and when the server is `stopped`.
    pub(super) fn new(stream: TcpStream, patience: Duration, stopped: &Arc<AtomicBool>) -> Self {
        // Where the system cannot do these, reads and writes just take longer.
        let _ = stream.set_nodelay(true);
        let _ = stream.set_read_timeout(Some(GLANCE));
        let _ = stream.set_write_timeout(Some(WRITE));
        Self { stream, deadline: Instant::now() + patience, stopped: Arc::clone(stopped) }
    }

    /// Sets the time that the connection may last from now on.
    pub(super) fn last(&mut self, patience: Duration) {
        self.deadline = Instant::now() + patience;
    }

    /// Reads some bytes, at least one.
    pub(super) fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Ended> {
        loop {
            self.go_on()?;
            match self.stream.read(buffer) {
                Ok(0) => return Err(Ended::Gone),
                Ok(count) => return Ok(count),
                Err(error) => match error.kind() {
                    ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted => {}
                    _ => return Err(Ended::Gone),
                },
            }
        }
    }

    /// Fills the buffer.
    pub(super) fn fill(&mut self, mut buffer: &mut [u8]) -> Result<(), Ended> {
        while !buffer.is_empty() {
            let count = self.read(buffer)?;
            buffer = &mut buffer[count..];
        }
        Ok(())
    }

    /// Writes all bytes; the first of them, such as a Close frame, also when the server is to stop.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Ended> {
        for (at, part) in bytes.chunks(PART).enumerate() {
            if at > 0 {
                self.go_on()?;
            }
            self.stream.write_all(part).map_err(|_| Ended::Gone)?;
        }
        Ok(())
    }

    /// Fails when the connection is over.
    fn go_on(&self) -> Result<(), Ended> {
        if self.stopped.load(Ordering::Acquire) {
            return Err(Ended::Stopped);
        }
        if Instant::now() >= self.deadline {
            return Err(Ended::Late);
        }
        Ok(())
    }

    /// Closes the connection without a Close frame.
    pub(super) fn drop_now(self) {
        // It may be closed already.
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}
