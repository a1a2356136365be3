//! Codes to text and back.

use std::fmt::{self, Write as _};
use std::hint::black_box;

use close_code::CloseCode;

use crate::mixes;
use crate::options::Options;
use crate::race::race;
use crate::runner;
use crate::table::Table;

/// Writing and reading.
pub fn tables(options: &Options) -> Vec<Table> {
    vec![display(options), from_str(options)]
}

fn display(options: &Options) -> Table {
    use tungstenite::protocol::frame::coding as tungstenite;
    let mixes = mixes::of_the_protocol();
    let columns: Vec<&str> = mixes.iter().map(|mix| mix.name).collect();
    let caption = "`Display` of number and text into a buffer on the stack, 4096 codes of each mix; ns per code";
    let mut table = Table::new("display", caption, &columns, 1);
    let names = ["close-code", "`write!(\"{} {}\")`", "tungstenite, only the number"];
    let figures: Vec<_> = mixes
        .iter()
        .map(|mix| {
            let codes = &mix.codes[..1 << 12];
            let runners = vec![
                runner!(names[0], codes, |code| line(|line| write!(
                    line,
                    "{}",
                    CloseCode::new(code)
                ))),
                runner!(names[1], codes, |code| {
                    let label = CloseCode::new(code).entry().label();
                    line(|line| write!(line, "{code} {label}"))
                }),
                runner!(names[2], codes, |code| {
                    line(|line| write!(line, "{}", tungstenite::CloseCode::from(code)))
                }),
            ];
            race(runners, codes.len(), options.rounds)
        })
        .collect();
    for (at, name) in names.into_iter().enumerate() {
        table.push(name, figures.iter().map(|figures| figures[at]));
    }
    table
}

/// The close codes of the protocol as an enum of strum, which reads them from their names.
#[derive(Clone, Copy, Debug, strum::EnumString)]
#[strum(ascii_case_insensitive)]
#[rustfmt::skip]
enum Strum {
    NotUsed, Unassigned, NormalClosure, GoingAway, ProtocolError, UnsupportedData, Reserved,
    NoStatusReceived, AbnormalClosure, InvalidPayload, PolicyViolation, MessageTooBig,
    MandatoryExtension, InternalError, ServiceRestart, TryAgainLater, BadGateway, TlsHandshake,
    Library, Unauthorized, Forbidden, Timeout, PrivateUse, OutOfRange,
}

fn from_str(options: &Options) -> Table {
    let numbers = ["1000", "1006", "4001", "65535"];
    let names = ["NormalClosure", "AbnormalClosure", "BadGateway", "Timeout"];
    let spellings = ["normal closure", "ABNORMAL_CLOSURE", "1014 Bad Gateway", "time-out"];
    let caption = "`FromStr` on four texts; ns per text";
    let columns = ["numbers", "names", "other spellings"];
    let mut table = Table::new("from_str", caption, &columns, 1);
    let inputs = [numbers, names, spellings].map(|texts| repeated(&texts));
    let runs = inputs.each_ref().map(|texts| {
        let texts = &texts[..];
        let runners = vec![
            runner!("close-code", texts, |text| text.parse::<CloseCode>()),
            runner!("`u16` of the standard library", texts, |text| text.parse::<u16>()),
            runner!("strum `EnumString`", texts, |text| text.parse::<Strum>()),
        ];
        race(runners, texts.len(), options.rounds)
    });
    let none = f64::NAN;
    table.push("close-code", runs.iter().map(|run| run[0]));
    table.push("`u16` of the standard library", [runs[0][1], none, none]);
    table.push("strum `EnumString`, ASCII case ignored", [none, runs[1][2], none]);
    table
}

fn repeated(texts: &[&'static str; 4]) -> Vec<&'static str> {
    texts.iter().copied().cycle().take(1 << 12).collect()
}

/// A line of text on the stack.
struct Line {
    bytes: [u8; 64],
    length: usize,
}

/// Writes to a line, and looks at it.
#[inline]
fn line(write: impl FnOnce(&mut Line) -> fmt::Result) -> usize {
    let mut line = Line { bytes: [0; 64], length: 0 };
    let _ = write(&mut line);
    black_box(&line.bytes);
    line.length
}

impl fmt::Write for Line {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}
