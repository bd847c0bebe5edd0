use crate::model::{Unit, format};

/// An axis of round steps that holds zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    step: f64,
    /// How many steps lie below zero, and how many above.
    below: u32,
    above: u32,
    unit: Unit,
}

impl Axis {
    /// The shortest axis of three to six round steps from zero that reaches `longest`; the values are
    /// in `unit`. Whatever `longest` is, the axis is finite and longer than zero.
    pub(super) fn reaching(longest: f64, unit: Unit) -> Self {
        Self::spanning(0.0, longest, unit)
    }

    /// The shortest axis of round steps that holds zero and everything from `least` to `most`.
    pub(super) fn spanning(least: f64, most: f64, unit: Unit) -> Self {
        let side = |length: f64| {
            if length.is_finite() && length > 0.0 {
                length
            } else {
                0.0
            }
        };
        let (least, most) = (side(-least), side(most));
        let length = if least + most > 0.0 {
            least + most
        } else {
            1.0
        };
        let magnitude = 10_f64.powf((length.log10() - 1.0).floor());
        let candidates = [1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0].map(|m| m * magnitude);
        let step = candidates
            .into_iter()
            .find(|step| length / step <= 6.0)
            .unwrap_or(length / 3.0);
        // A hair less than the quotient, so that a value of 3.0000001 steps does not ask for four.
        let steps = |length: f64| (length / step - 1e-9).ceil().max(0.0) as u32;
        let below = steps(least);
        Self {
            step,
            below,
            above: steps(most).max(u32::from(below == 0)),
            unit,
        }
    }

    /// An axis of shares of a whole: from 0 to 100 percent.
    pub(super) fn of_a_whole() -> Self {
        Self {
            step: 25.0,
            below: 0,
            above: 4,
            unit: Unit::Share(0),
        }
    }

    /// An axis of points from zero to five.
    pub(super) fn of_five() -> Self {
        Self {
            step: 1.0,
            below: 0,
            above: 5,
            unit: Unit::OutOfFive,
        }
    }

    /// The first value of the axis: zero, or what lies below it.
    pub fn start(&self) -> f64 {
        -self.step * f64::from(self.below)
    }

    /// The last value of the axis.
    pub fn end(&self) -> f64 {
        self.step * f64::from(self.above)
    }

    /// The values of the ticks that fit: at most `most`, always with zero, evenly spaced.
    pub(super) fn ticks(&self, most: u32) -> Vec<(f64, String)> {
        let steps = self.below + self.above;
        let every = i64::from(steps.div_ceil(most.saturating_sub(1).max(1)).max(1));
        (-i64::from(self.below)..=i64::from(self.above))
            .filter(|n| n % every == 0)
            .map(|n| {
                let value = self.step * n as f64;
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
    fn what_shrinks_lies_below_zero() {
        for (least, most, start, end) in [
            (-7.3, 12.1, -10.0, 15.0),
            (-36.1, -2.0, -40.0, 0.0),
            (0.0, 4.7, 0.0, 5.0),
            (-0.4, 50.0, -10.0, 50.0),
        ] {
            let axis = Axis::spanning(least, most, Unit::Percent(1));
            assert_eq!((axis.start(), axis.end()), (start, end), "{least} {most}");
            let ticks = axis.ticks(4);
            assert!(ticks.iter().any(|(at, _)| *at == 0.0), "{ticks:?}");
            assert!(ticks.len() <= 5, "{ticks:?}");
        }
    }

    #[test]
    fn any_number_gives_a_finite_axis() {
        for longest in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e-300, 1e300] {
            let axis = Axis::reaching(longest, Unit::DollarsAYear);
            assert!(axis.end().is_finite() && axis.end() > 0.0, "{longest}");
            let axis = Axis::spanning(longest, longest, Unit::DollarsAYear);
            assert!(axis.end() - axis.start() > 0.0, "{longest}");
            assert!((axis.end() - axis.start()).is_finite(), "{longest}");
        }
    }

    #[test]
    fn a_narrow_drawing_gets_fewer_ticks() {
        let axis = Axis::reaching(129_000.0, Unit::DollarsAYear);
        let few: Vec<f64> = axis.ticks(4).into_iter().map(|(value, _)| value).collect();
        assert_eq!(few, [0.0, 50_000.0, 100_000.0, 150_000.0]);
    }
}
