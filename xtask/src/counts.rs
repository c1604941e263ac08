//! How many tests ran, read from the closing lines of the programs that ran them.

/// Of one suite, or of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u32,
    pub failed: u32,
}

impl Counts {
    pub const PASS: Counts = Counts { passed: 1, failed: 0 };
    pub const FAIL: Counts = Counts { passed: 0, failed: 1 };

    pub fn add(&mut self, other: Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Adds up `test result: ok. 3 passed; 0 failed; ...`, one line for each test binary. The runner of
/// browser tests writes the same line.
pub fn of_cargo(log: &str) -> Counts {
    let mut counts = Counts::default();
    for line in log.lines() {
        let Some((_, results)) = line.split_once("test result: ") else {
            continue;
        };
        counts.passed += number_before(results, " passed").unwrap_or(0);
        counts.failed += number_before(results, " failed").unwrap_or(0);
    }
    counts
}

/// Node closes with `# pass 3` and `# fail 0`, or with `ℹ pass 3` on a terminal.
pub fn of_node(log: &str) -> Counts {
    Counts {
        passed: node_line(log, "pass"),
        failed: node_line(log, "fail") + node_line(log, "cancelled"),
    }
}

fn node_line(log: &str, name: &str) -> u32 {
    let mut counted = log.lines().filter_map(|line| {
        let line = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "))?;
        line.strip_prefix(name)?.trim().parse().ok()
    });
    counted.next_back().unwrap_or(0)
}

fn number_before(text: &str, word: &str) -> Option<u32> {
    let (before, _) = text.split_once(word)?;
    before.rsplit(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_says_a_line_for_each_binary() {
        let log = "running 2 tests\n\
            test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            \x1b[0mtest result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out\n\
            error: test failed\n";
        assert_eq!(of_cargo(log), Counts { passed: 15, failed: 2 });
        assert_eq!(of_cargo("error: could not compile"), Counts::default());
    }

    #[test]
    fn node_says_one_line_for_all() {
        assert_eq!(
            of_node("# tests 4\n# pass 3\n# fail 1\n# cancelled 0\n"),
            Counts { passed: 3, failed: 1 }
        );
        assert_eq!(of_node("ℹ pass 7\nℹ fail 0\nℹ cancelled 2\n"), Counts { passed: 7, failed: 2 });
        assert_eq!(of_node("# passing by 3\n"), Counts::default());
    }
}
