package dev.lamina.training.preparation;

import static dev.lamina.dsl.Augmentations.flipImages;
import static dev.lamina.dsl.Augmentations.jitter;
import static dev.lamina.dsl.Augmentations.mixup;
import static dev.lamina.dsl.Augmentations.shiftImages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.augmentation.Augmentation;
import dev.lamina.dsl.augmentation.Images;
import dev.lamina.training.data.Batch;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

  /** Two rows of three pixels: 1 2 3 above 4 5 6. */
  private static final double[] IMAGE = {1, 2, 3, 4, 5, 6};

  @Test
  void noiseHasItsStandardDeviation() {
    Batch batch = new Batch(100, filled(20_000, 3), filled(100, 7));

    changed(jitter(0.5), batch, 5);

    double[] noise = Arrays.stream(batch.features()).map(value -> value - 3).toArray();
    assertThat(mean(noise)).isCloseTo(0, within(0.02));
    assertThat(Math.sqrt(mean(Arrays.stream(noise).map(value -> value * value).toArray())))
        .isCloseTo(0.5, within(0.02));
    assertThat(Arrays.stream(noise).distinct().count()).isGreaterThan(19_000);
    assertThat(batch.targets()).containsOnly(7);
  }

  @Test
  void anImageMovesWithItsEdge() {
    PixelMoves moves = new PixelMoves(new Images(2, 3));

    assertThat(moved(moves, 1, 0)).containsExactly(1, 2, 3, 1, 2, 3);
    assertThat(moved(moves, 0, 1)).containsExactly(1, 1, 2, 4, 4, 5);
    assertThat(moved(moves, -1, -2)).containsExactly(6, 6, 6, 6, 6, 6);
    assertThat(moved(moves, 0, 0)).containsExactly(IMAGE);
  }

  @Test
  void theChannelsOfAPixelMoveTogether() {
    PixelMoves moves = new PixelMoves(new Images(1, 3, 2));
    double[] flipped = {0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6};

    moves.flip(flipped, 1);

    assertThat(flipped).containsExactly(0, 0, 0, 0, 0, 0, 5, 6, 3, 4, 1, 2);
    assertThat(moved(moves, 0, 1)).containsExactly(1, 2, 1, 2, 3, 4);
  }

  @Test
  void everyDistanceIsAsLikely() {
    int images = 25_000;
    Batch batch = new Batch(images, repeated(images, numbered(25)), filled(images, 7));

    changed(shiftImages(5, 5, 2), batch, 5);

    // The pixel in the middle came from somewhere at most two pixels away: 25 places.
    Map<Double, Integer> counts = new HashMap<>();
    for (int image = 0; image < images; image++) {
      counts.merge(batch.features()[image * 25 + 12], 1, Integer::sum);
    }
    assertThat(counts).hasSize(25);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1150));
  }

  @Test
  void everyOtherImageIsMirrored() {
    int images = 10_000;
    Batch batch = new Batch(images, repeated(images, IMAGE), filled(images, 7));

    changed(flipImages(2, 3), batch, 5);

    long mirrored =
        IntStream.range(0, images)
            .filter(
                image ->
                    Arrays.equals(row(batch.features(), image, 6), new double[] {3, 2, 1, 6, 5, 4}))
            .count();
    long kept =
        IntStream.range(0, images)
            .filter(image -> Arrays.equals(row(batch.features(), image, 6), IMAGE))
            .count();
    assertThat(mirrored + kept).isEqualTo(images);
    assertThat(mirrored).isBetween(4_800L, 5_200L);
  }

  @Test
  void samplesMixWithTheirTargetsAndWeights() {
    double[] targets = {1, 0, 0, 1, 0, 0, 1, 0};
    Batch batch =
        new Batch(4, new double[] {1, 10, 100, 1000}, targets.clone(), new double[] {1, 2, 4, 8});

    changed(mixup(1), batch, 5);

    double share = shareOf(batch);
    int[] partners = new int[4];
    for (int row = 0; row < 4; row++) {
      partners[row] = partner(batch.features()[row], row, share);
      assertThat(batch.weights()[row])
          .isCloseTo(share * (1 << row) + (1 - share) * (1 << partners[row]), within(1e-12));
      for (int i = 0; i < 2; i++) {
        assertThat(batch.targets()[row * 2 + i])
            .isCloseTo(
                share * targets[row * 2 + i] + (1 - share) * targets[partners[row] * 2 + i],
                within(1e-12));
      }
    }
    assertThat(partners).containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.4, 1, 2, 8})
  void sharesAreBetaDistributed(double alpha) {
    BetaShare shares = new BetaShare(alpha);
    SplittableRandom random = new SplittableRandom(7);

    double[] drawn = IntStream.range(0, 50_000).mapToDouble(i -> shares.draw(random)).toArray();

    // The mean is 1/2, the variance 1 / (4 (2 alpha + 1)), and the fourth central moment is
    // 3 / (16 (2 alpha + 1) (2 alpha + 3)).
    assertThat(Arrays.stream(drawn)).allMatch(share -> share >= 0 && share <= 1);
    assertThat(mean(drawn)).isCloseTo(0.5, within(0.01));
    assertThat(moment(drawn, 2)).isCloseTo(1 / (4 * (2 * alpha + 1)), within(0.003));
    assertThat(moment(drawn, 4))
        .isCloseTo(3 / (16 * (2 * alpha + 1) * (2 * alpha + 3)), within(0.001));
  }

  @Test
  void smallShapesGiveNumbersToo() {
    BetaShare shares = new BetaShare(1e-4);
    SplittableRandom random = new SplittableRandom(7);
    Set<Double> drawn = new HashSet<>();

    for (int i = 0; i < 100; i++) {
      drawn.add(shares.draw(random));
    }

    assertThat(drawn).doesNotContain(Double.NaN).contains(0.0, 1.0);
  }

  private static void changed(Augmentation augmentation, Batch batch, long seed) {
    augmentation.accept(new Changes()).apply(batch, new SplittableRandom(seed));
  }

  private static double[] moved(PixelMoves moves, int down, int right) {
    double[] image = IMAGE.clone();
    moves.shift(image, 0, down, right);
    return image;
  }

  /** Of features that are powers of ten: the row that mixes with itself, or else any, tells it. */
  private static double shareOf(Batch batch) {
    double mixed = batch.features()[3];
    double[] candidates = {1, 10, 100, 1000};
    for (double other : candidates) {
      double share = (mixed - other) / (1000 - other);
      double weight = share * 8 + (1 - share) * weightOf(other);
      if (other != 1000 && Math.abs(weight - batch.weights()[3]) < 1e-9) {
        return share;
      }
    }
    throw new IllegalStateException("Row 3 mixed with itself: take another seed");
  }

  private static double weightOf(double feature) {
    return 1 << (int) Math.round(Math.log10(feature));
  }

  private static int partner(double mixed, int row, double share) {
    double other = (mixed - share * Math.pow(10, row)) / (1 - share);
    return (int) Math.round(Math.log10(other));
  }

  private static double[] filled(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  private static double[] numbered(int count) {
    return IntStream.range(0, count).asDoubleStream().toArray();
  }

  private static double[] repeated(int times, double[] values) {
    return IntStream.range(0, times * values.length)
        .mapToDouble(i -> values[i % values.length])
        .toArray();
  }

  private static double[] row(double[] values, int row, int width) {
    return Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double moment(double[] values, int power) {
    return Arrays.stream(values).map(value -> Math.pow(value - 0.5, power)).average().orElseThrow();
  }
}
