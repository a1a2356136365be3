//! Dates, as tables and registries write them.

/// Whether a text is a date of the Gregorian calendar, `YYYY-MM-DD`.
#[must_use]
pub fn is_date(text: &str) -> bool {
    let [year @ .., b'-', m, n, b'-', d, e] = text.as_bytes() else { return false };
    if year.len() != 4 {
        return false;
    }
    let (year, month, day) = (number(year), number(&[*m, *n]), number(&[*d, *e]));
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    0 < day && day <= days
}

/// The number of some digits.
fn number(digits: &[u8]) -> Option<u32> {
    let mut number = 0;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = number * 10 + u32::from(digit - b'0');
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_are_those_of_the_calendar() {
        for date in ["2026-06-10", "2024-02-29", "2000-02-29", "1999-12-31", "2026-01-01"] {
            assert!(is_date(date), "{date}");
        }
        for text in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-06-00",
            "2026-6-10",
            "26-06-10",
            "99999999999-06-10",
            "2026/06/10",
            "2026-06-1é",
            "+026-06-10",
            "2026-06-10 ",
            "",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }
}
