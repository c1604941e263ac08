//! What typed values must look like: times, numbers, addresses.
//!
//! Nothing is read out of them here; they are kept as they were written.

/// Whether this is a time as in ISO 8601: a year, a month, a day, or a moment of a day.
///
/// `2019`, `2019-05`, `2019-05-04`, `2019-05-04T10:30`, `2019-05-04T10:30:00.5+02:00`
#[must_use]
pub fn is_time(text: &str) -> bool {
    let (date, moment) = match text.split_once('T') {
        Some((date, moment)) => (date, Some(moment)),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let year = parts.next().and_then(|part| digits(part, 4));
    let month = parts.next().map(|part| digits(part, 2));
    let day = parts.next().map(|part| digits(part, 2));
    let (Some(year), None) = (year, parts.next()) else { return false };
    let is_month = |month: u32| (1..=12).contains(&month);
    match (month, day, moment) {
        (None, None, None) => true,
        (Some(Some(month)), None, None) => is_month(month),
        (Some(Some(month)), Some(Some(day)), moment) => {
            is_month(month)
                && (1..=days(year, month)).contains(&day)
                && moment.is_none_or(is_moment)
        }
        _ => false,
    }
}

/// `10:30`, `10:30:00`, `10:30:00.25`, each with or without `Z` or `+02:00`.
fn is_moment(text: &str) -> bool {
    let (clock, zone) = match text.find(['Z', '+', '-']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let zone = match zone.strip_prefix(['+', '-']) {
        Some(offset) => is_clock(offset, 2),
        None => zone.is_empty() || zone == "Z",
    };
    let is_clock = match clock.split_once('.') {
        Some((clock, fraction)) => {
            let is_fraction =
                !fraction.is_empty() && fraction.bytes().all(|it| it.is_ascii_digit());
            is_fraction && self::is_clock(clock, 3)
        }
        None => self::is_clock(clock, 2) || self::is_clock(clock, 3),
    };
    zone && is_clock
}

/// So many numbers of two digits, parted by colons.
fn is_clock(text: &str, n_parts: usize) -> bool {
    let limits = [24, 60, 61];
    let parts: Vec<_> = text.split(':').map(|part| digits(part, 2)).collect();
    parts.len() == n_parts
        && parts.iter().zip(limits).all(|(part, limit)| part.is_some_and(|part| part < limit))
}

fn digits(text: &str, n: usize) -> Option<u32> {
    let is_number = text.len() == n && text.bytes().all(|it| it.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether this is a decimal number as files hold it: `-2`, `4.5`; up to six digits before the
/// point and four after it.
#[must_use]
pub fn is_decimal(text: &str) -> bool {
    let number = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let is_part = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit())
    };
    is_part(whole, 6) && is_part(fraction, 4)
}

/// Whether this is the address of a page: `http` or `https`, a host, and nothing that would make
/// it lead elsewhere than it seems to. Only such an address becomes a link.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // A browser takes a backslash for a slash, and what stands before an @ for a user's name.
    let is_host =
        host.starts_with(|c: char| c.is_alphanumeric() || c == '[') && !host.contains(['@', '\\']);
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control();
    is_web && is_host && text.len() <= 2_000 && text.chars().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_years_months_days_and_moments() {
        for time in [
            "2019",
            "0000",
            "2019-05",
            "2019-12-31",
            "2020-02-29",
            "2000-02-29",
            "2019-05-04T10:30",
            "2019-05-04T23:59:60Z",
            "2019-05-04T10:30:00.25",
            "2019-05-04T10:30+02:00",
            "2019-05-04T10:30:00-11:30",
        ] {
            assert!(is_time(time), "{time}");
        }
        for time in [
            "",
            " 2019",
            "19",
            "20190504",
            "2019-5-4",
            "2019-13",
            "2019-00",
            "2019-04-31",
            "2019-02-29",
            "1900-02-29",
            "2019-05-00",
            "2019-05-04-01",
            "2019-05-",
            "May 4",
            "2019T10:30",
            "2019-05T10:30",
            "2019-05-04T",
            "2019-05-04T10",
            "2019-05-04T24:00",
            "2019-05-04T10:60",
            "2019-05-04T10:30.5",
            "2019-05-04T10:30:00.",
            "2019-05-04T10:30z",
            "2019-05-04T10:30+2",
            "2019-05-04T10:30Z+02:00",
            "٢٠١٩",
            "2019-05-04 10:30",
        ] {
            assert!(!is_time(time), "{time}");
        }
    }

    #[test]
    fn ratings_are_decimal_numbers() {
        for number in ["0", "-2", "4.5", "123456.1234", "007"] {
            assert!(is_decimal(number), "{number}");
        }
        for number in ["", "-", ".5", "5.", "1,5", "+1", "1e3", "1234567", "1.12345", "1.2.3", "٣"]
        {
            assert!(!is_decimal(number), "{number}");
        }
    }

    #[test]
    fn only_pages_of_the_web_have_an_address() {
        for address in [
            "https://example.org",
            "HTTP://example.org/a?b#c",
            "https://[2001:db8::1]/",
            "https://example.org:8080/@name",
            "https://де.example/",
            "http://localhost",
        ] {
            assert!(is_web_address(address), "{address}");
        }
        for address in [
            "",
            "example.org",
            "javascript:alert(1)",
            "javascript://example.org/%0aalert(1)",
            "data:text/html,x",
            "ftp://example.org",
            " https://example.org",
            "https://",
            "https:///a",
            "https:example.org",
            "https://user@example.org",
            "https://a\\b",
            "https://exa mple.org",
            "https://example.org/\u{0}",
            "https://?q",
            "https://.org",
        ] {
            assert!(!is_web_address(address), "{address}");
        }
    }
}
