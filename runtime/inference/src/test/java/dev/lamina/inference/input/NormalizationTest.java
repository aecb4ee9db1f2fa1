package dev.lamina.inference.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NormalizationTest {

  private static final Normalization IT =
      new Normalization(new double[] {1, -2}, new double[] {2, 0.5});

  @Test
  void featuresAreCenteredAndScaledInPlace() {
    double[] values = {9, 5, -1, 9};

    IT.apply(values, 1);

    assertThat(values).containsExactly(9, 2, 2, 9);
    assertThat(IT.applied(0, 2)).isEqualTo(0.5);
  }

  @Test
  void itIsAValue() {
    double[] centers = {1, -2};
    Normalization same = new Normalization(centers, new double[] {2, 0.5});
    centers[0] = 7;
    same.scales()[0] = 7;

    assertThat(same).isEqualTo(IT).hasSameHashCodeAs(IT).hasToString("normalization[2]");
    assertThat(same).isNotEqualTo(new Normalization(new double[] {1, -2}, new double[] {2, 1}));
    assertThat(same).isNotEqualTo(new Normalization(new double[] {1, 2}, new double[] {2, 0.5}));
    assertThat(same.centers()).containsExactly(1, -2);
    assertThat(same.width()).isEqualTo(2);
  }

  @Test
  void numbersThatNormalizeNothingAreRefused() {
    assertRefused(null, new double[1], "`centers` must be a value but is null.");
    assertRefused(
        new double[2], new double[] {1}, "`scales` must be as many as the centers, which are 2,");
    assertRefused(
        new double[] {Double.NaN}, new double[] {1}, "`centers[0]` must be a finite number");
    assertRefused(
        new double[2],
        new double[] {1, 0},
        "`scales[1]` must be a finite number above 0 but is 0.");
  }

  private static void assertRefused(double[] centers, double[] scales, String finding) {
    assertThatThrownBy(() -> assertThat(new Normalization(centers, scales)).isNull())
        .hasMessageContaining(finding);
  }
}
