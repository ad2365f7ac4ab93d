//! Lines that open and close blocks of code: <https://spec.commonmark.org/0.31.2/#fenced-code-blocks>.

/// The sign of a line that is a fence, how many of them, and what stands behind.
pub(crate) fn fence(line: &str) -> Option<(char, usize, &str)> {
    let rest = line.trim_start_matches(' ');
    if line.len() - rest.len() > 3 {
        return None;
    }
    let sign = rest.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let info = rest.trim_start_matches(sign);
    let count = rest.len() - info.len();
    let info = info.trim();
    (count >= 3 && !(sign == '`' && info.contains('`'))).then_some((sign, count, info))
}

/// Whether the lines that come one after the other stand in a block of code, wherever that stands.
#[derive(Default)]
pub(super) struct Fences(Option<(char, usize)>);

impl Fences {
    /// Whether the next line is of a block of code, its fences too.
    pub fn holds(&mut self, line: &str) -> bool {
        let fence = fence(line.trim_start());
        match (self.0, fence) {
            (None, Some((sign, count, _))) => self.0 = Some((sign, count)),
            (Some((open, least)), Some((sign, count, ""))) if open == sign && count >= least => {
                self.0 = None;
                return true;
            }
            _ => {}
        }
        self.0.is_some()
    }
}
