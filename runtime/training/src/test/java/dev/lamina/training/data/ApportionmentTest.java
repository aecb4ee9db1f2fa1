package dev.lamina.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

  @Test
  void whatIsLeftGoesToTheLargestRemainders() {
    assertThat(Apportionment.sizes(10, new double[] {0.8, 0.1, 0.1})).containsExactly(8, 1, 1);
    assertThat(Apportionment.sizes(7, new double[] {0.5, 0.25, 0.25})).containsExactly(3, 2, 2);
    assertThat(Apportionment.sizes(11, new double[] {0.7, 0.2, 0.1})).containsExactly(8, 2, 1);
    assertThat(Apportionment.sizes(5, new double[] {0.5, 0.5, 0})).containsExactly(3, 2, 0);
  }

  @Test
  void productsThatShouldBeWholeAreWhole() {
    assertThat(Apportionment.sizes(100, new double[] {0.29, 0.7, 0.01})).containsExactly(29, 70, 1);
  }

  /** Random tables: whatever the classes, every entry is near its share and all sums are met. */
  @Test
  void aTableMeetsAllSumsAndIsNearEveryShare() {
    Random random = new Random(5);
    for (int trial = 0; trial < 20_000; trial++) {
      int[] ofClass = random.ints(1 + random.nextInt(6), 1, 12).toArray();
      double[] shares = shares(random);
      int[] sizes = Apportionment.sizes(Arrays.stream(ofClass).sum(), shares);

      int[][] table = Apportionment.table(ofClass, shares, sizes);

      for (int each = 0; each < ofClass.length; each++) {
        assertThat(Arrays.stream(table[each]).sum()).isEqualTo(ofClass[each]);
        for (int part = 0; part < 3; part++) {
          assertThat(Math.abs(table[each][part] - ofClass[each] * shares[part])).isLessThan(1);
        }
      }
      for (int part = 0; part < 3; part++) {
        int at = part;
        assertThat(IntStream.range(0, ofClass.length).map(each -> table[each][at]).sum())
            .isEqualTo(sizes[part]);
      }
    }
  }

  /** In tenths, so that many products are whole, or without a third part. */
  private static double[] shares(Random random) {
    double first = (1 + random.nextInt(8)) / 10.0;
    double second = random.nextInt(3) == 0 ? 1 - first : (1 - first) * random.nextInt(5) / 4;
    return new double[] {first, second, Math.max(0, 1 - first - second)};
  }
}
