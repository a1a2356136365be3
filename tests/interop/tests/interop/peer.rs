//! [`Peer`]: the other end of a connection, made by hand, which sends what no library would.

use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

/// A final frame that closes: FIN and opcode 8, RFC 6455 section 5.2.
const CLOSE: u8 = 0x88;

/// In the second byte of a frame: a mask follows the length.
const MASKED: u8 = 0x80;

/// The mask of a client's frames. Any will do, as nothing here guards against proxies.
const MASK: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];

/// One end of a WebSocket connection that checks nothing.
pub(crate) struct Peer<S> {
    stream: S,
    role: Role,
}

/// Which end a peer is; a client masks its frames.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Role {
    Client,
    Server,
}

impl Peer<TcpStream> {
    /// Connects to a server and shakes hands.
    pub(crate) async fn connect(address: SocketAddr, path: &str) -> Result<Self> {
        let mut stream = TcpStream::connect(address).await?;
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).await?;
        let head = head(&mut stream).await?;
        if !head.starts_with("HTTP/1.1 101 ") {
            return Err(Error::other(format!("no upgrade: {head}")));
        }
        Ok(Self::new(stream, Role::Client))
    }

    /// Waits for a client and shakes hands.
    pub(crate) async fn accept(listener: &TcpListener) -> Result<Self> {
        let (stream, _) = listener.accept().await?;
        Ok(Self::answer(stream).await?.0)
    }

    /// Shakes hands with a client that has connected. Gives the path that it asked for, too.
    pub(crate) async fn answer(mut stream: TcpStream) -> Result<(Self, String)> {
        let head = head(&mut stream).await?;
        let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
        let key = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("Sec-WebSocket-Key").then(|| value.trim())
        });
        let key = key.ok_or_else(|| Error::other(format!("no WebSocket request: {head}")))?;
        let response = format!(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Accept: {}\r\n\r\n",
            derive_accept_key(key.as_bytes())
        );
        stream.write_all(response.as_bytes()).await?;
        Ok((Self::new(stream, Role::Server), path))
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Peer<S> {
    /// A peer on a stream on which hands have been shaken, or need not be.
    pub(crate) fn new(stream: S, role: Role) -> Self {
        Self { stream, role }
    }

    /// Which end it is.
    pub(crate) fn role(&self) -> Role {
        self.role
    }

    /// Sends a Close frame with this body, whatever it is.
    pub(crate) async fn close(&mut self, body: &[u8]) -> Result<()> {
        let mut frame = vec![CLOSE];
        match u8::try_from(body.len()) {
            Ok(short @ ..=125) => frame.push(short),
            Ok(long) => frame.extend([126, 0, long]),
            Err(_) => return Err(Error::new(ErrorKind::InvalidInput, "a body over 255 bytes")),
        }
        if self.role == Role::Client {
            frame[1] |= MASKED;
            frame.extend(MASK);
            frame.extend(body.iter().zip(MASK.iter().cycle()).map(|(byte, mask)| byte ^ mask));
        } else {
            frame.extend(body);
        }
        self.stream.write_all(&frame).await
    }

    /// Reads up to a Close frame and returns its body, or nothing if the connection ends without one.
    pub(crate) async fn closed(&mut self) -> Result<Option<Vec<u8>>> {
        loop {
            match self.frame().await {
                Ok((CLOSE, body)) => return Ok(Some(body)),
                Ok(_) => {}
                Err(error) if ended(&error) => return Ok(None),
                Err(error) => return Err(error),
            }
        }
    }

    /// Reads one frame: its first byte and its body, unmasked.
    async fn frame(&mut self) -> Result<(u8, Vec<u8>)> {
        let first = self.stream.read_u8().await?;
        let second = self.stream.read_u8().await?;
        let length = match second & !MASKED {
            126 => u64::from(self.stream.read_u16().await?),
            127 => self.stream.read_u64().await?,
            short => u64::from(short),
        };
        let mut mask = [0; 4];
        if second & MASKED != 0 {
            self.stream.read_exact(&mut mask).await?;
        }
        let length = usize::try_from(length).map_err(Error::other)?;
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).await?;
        body.iter_mut().zip(mask.iter().cycle()).for_each(|(byte, mask)| *byte ^= mask);
        Ok((first, body))
    }
}

/// Whether an error is only the end of the connection, with or without good manners.
fn ended(error: &Error) -> bool {
    use ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    matches!(error.kind(), BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof)
}

/// Reads the head of a request or of a response, and no byte of what follows it.
async fn head(stream: &mut TcpStream) -> Result<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    String::from_utf8(head).map_err(Error::other)
}
