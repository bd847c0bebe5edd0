//! How many typing mistakes lie between two words.

/// A word to which others are compared: insertions, deletions, substitutions and swapped neighbors count once each
/// (optimal string alignment), all places of a column at once as the bits of a number (Hyyrö 2003).
pub(super) struct Pattern {
    /// For each byte, the places where it stands.
    places: [u64; 256],
    length: usize,
}

impl Pattern {
    /// A pattern, or none for words that are empty or longer than 64 bytes.
    pub(super) fn new(word: &str) -> Option<Self> {
        if word.is_empty() || word.len() > 64 {
            return None;
        }
        let mut places = [0; 256];
        for (place, byte) in word.bytes().enumerate() {
            places[usize::from(byte)] |= 1 << place;
        }
        let length = word.len();
        Some(Self { places, length })
    }

    /// The mistakes between the pattern and the whole word, and between it and the nearest beginning of the word.
    pub(super) fn distances(&self, word: &str) -> (usize, usize) {
        let last = 1_u64 << (self.length - 1);
        let (mut up, mut down, mut diagonal, mut before) = (u64::MAX, 0_u64, 0_u64, 0_u64);
        let mut distance = self.length;
        let mut least = distance;
        for byte in word.bytes() {
            let here = self.places[usize::from(byte)];
            let swapped = ((!diagonal & here) << 1) & before;
            diagonal = ((here & up).wrapping_add(up) ^ up) | here | down | swapped;
            let right_up = down | !(diagonal | up);
            let right_down = diagonal & up;
            distance += usize::from(right_up & last != 0);
            distance -= usize::from(right_down & last != 0);
            least = least.min(distance);
            let right_up = (right_up << 1) | 1;
            let right_down = right_down << 1;
            up = right_down | !(diagonal | right_up);
            down = right_up & diagonal;
            before = here;
        }
        (distance, least)
    }
}

/// Which letters a word has, a bit each: words that differ in many cannot be near, which costs one operation to know.
pub(super) fn letters(word: &str) -> u32 {
    let bit = |byte: u8| match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << 26,
        _ => 1 << 27,
    };
    word.bytes().map(bit).fold(0, |all, bit| all | bit)
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same by the textbook.
    fn plainly(one: &[u8], other: &[u8]) -> Vec<usize> {
        let mut rows = vec![(0..=one.len()).collect::<Vec<usize>>()];
        for j in 1..=other.len() {
            let mut row = vec![j];
            for i in 1..=one.len() {
                let differs = usize::from(one[i - 1] != other[j - 1]);
                let mut best = (rows[j - 1][i - 1] + differs).min(rows[j - 1][i] + 1);
                best = best.min(row[i - 1] + 1);
                if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                    best = best.min(rows[j - 2][i - 2] + 1);
                }
                row.push(best);
            }
            rows.push(row);
        }
        rows.iter().map(|row| row[one.len()]).collect()
    }

    #[test]
    fn mistakes_count_once_each() {
        for (typed, meant, mistakes) in [
            ("nurse", "nurse", 0),
            ("nusre", "nurse", 1),
            ("nurce", "nurse", 1),
            ("nrse", "nurse", 1),
            ("nurrse", "nurse", 1),
            ("accontent", "accountant", 2),
        ] {
            let pattern = Pattern::new(typed).expect("short");
            assert_eq!(pattern.distances(meant).0, mistakes, "{typed}");
        }
        let typing = Pattern::new("elecrtic").expect("short");
        assert_eq!(typing.distances("electrician").1, 1);
    }

    proptest! {
        #[test]
        fn as_by_the_textbook(one in "[abc]{1,12}|[a-d]{60,64}", other in "[abc]{0,14}") {
            let expected = plainly(one.as_bytes(), other.as_bytes());
            let pattern = Pattern::new(&one).expect("short");
            let least = expected.iter().min().copied().expect("one at least");
            prop_assert_eq!(pattern.distances(&other), (expected[other.len()], least));
        }
    }
}
