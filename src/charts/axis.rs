use crate::model::{Unit, format};

/// An axis from zero to a round number, with round steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    step: f64,
    steps: u32,
    unit: Unit,
}

impl Axis {
    /// The shortest axis of three to six round steps that reaches `longest`; the values are in `unit`.
    /// Whatever `longest` is, the axis is finite and longer than zero.
    pub(super) fn reaching(longest: f64, unit: Unit) -> Self {
        let longest = if longest.is_finite() && longest > 0.0 {
            longest
        } else {
            1.0
        };
        let magnitude = 10_f64.powf((longest.log10() - 1.0).floor());
        let candidates = [1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0].map(|m| m * magnitude);
        let step = candidates
            .into_iter()
            .find(|step| longest / step <= 6.0)
            .unwrap_or(longest / 3.0);
        // A hair less than the quotient, so that a value of 3.0000001 steps does not ask for four.
        let steps = ((longest / step - 1e-9).ceil() as u32).max(1);
        Self { step, steps, unit }
    }

    /// The last value of the axis.
    pub fn end(&self) -> f64 {
        self.step * f64::from(self.steps)
    }

    /// The values of the ticks that fit: at most `most`, always with zero, evenly spaced.
    pub(super) fn ticks(&self, most: u32) -> Vec<(f64, String)> {
        let every = self.steps.div_ceil(most.saturating_sub(1).max(1)).max(1);
        (0..=self.steps)
            .step_by(every as usize)
            .map(|n| {
                let value = self.step * f64::from(n);
                (value, format::tick(self.unit, value))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reaches_the_longest_value_with_round_steps() {
        for (longest, end, count) in [
            (129_000.0, 150_000.0, 7),
            (105_000.0, 120_000.0, 7),
            (290_540.0, 300_000.0, 7),
            (0.7, 0.8, 5),
            (100.0, 100.0, 6),
        ] {
            let axis = Axis::reaching(longest, Unit::DollarsAYear);
            assert!((axis.end() - end).abs() < 1e-9, "{longest}: {}", axis.end());
            assert_eq!(axis.ticks(20).len(), count, "{longest}");
        }
    }

    #[test]
    fn any_number_gives_a_finite_axis() {
        for longest in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1e300] {
            let axis = Axis::reaching(longest, Unit::DollarsAYear);
            assert!(axis.end().is_finite() && axis.end() > 0.0, "{longest}");
        }
    }

    #[test]
    fn a_narrow_picture_gets_fewer_ticks() {
        let axis = Axis::reaching(129_000.0, Unit::DollarsAYear);
        let few: Vec<f64> = axis.ticks(4).into_iter().map(|(value, _)| value).collect();
        assert_eq!(few, [0.0, 50_000.0, 100_000.0, 150_000.0]);
    }
}
