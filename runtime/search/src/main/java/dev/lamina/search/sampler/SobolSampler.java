package dev.lamina.search.sampler;

import dev.lamina.dsl.problem.Requirement;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * The points of a Sobol sequence in its order, which fill the space more evenly than random ones do
 * (Sobol, 1967, with the direction numbers of Joe and Kuo, 2008).
 *
 * <p>All points are shifted alike, by the seed of the study: bit by bit with exclusive or, which
 * keeps how even they are (Cranley and Patterson's shift as L'Ecuyer and Lemieux, 2002, do it). A
 * trial whose point is not admitted gets one from far on in the sequence, or at last a random one.
 */
record SobolSampler() implements Sampler {

  /** So far there are direction numbers. */
  private static final int MOST_DIMENSIONS = 21_201;

  /** The bits of a place. */
  private static final int BITS = 52;

  /** A power of two, so that the points of one attempt fill the space by themselves too. */
  private static final int STRIDE = 1 << 20;

  private static final int ATTEMPTS = 16;

  @Override
  public Optional<double[]> propose(Ask ask) {
    int dimensions = ask.space().size();
    Requirement.of("sobol")
        .that(
            dimensions <= MOST_DIMENSIONS,
            "parameters",
            "at most " + MOST_DIMENSIONS,
            dimensions,
            "use `randomSearch()`");
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double[] point = shifted(sequence.skipTo(index(ask, attempt)), ask.seed());
      if (ask.admits().test(ask.space().snap(point))) {
        return Optional.of(point);
      }
    }
    return Optional.of(ask.space().random(ask.random()));
  }

  /** It waits for nobody. */
  @Override
  public int visible(int trial, int window) {
    return 0;
  }

  @Override
  public String toString() {
    return "sobol()";
  }

  private static int index(Ask ask, int attempt) {
    return ask.number() % STRIDE + attempt * STRIDE;
  }

  private static double[] shifted(double[] point, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] shifted = new double[point.length];
    for (int each = 0; each < point.length; each++) {
      long bits =
          (long) StrictMath.scalb(point[each], BITS) ^ (random.nextLong() >>> (Long.SIZE - BITS));
      // The middle of what these bits leave open, so that 0 is no place.
      shifted[each] = StrictMath.scalb(bits + 0.5, -BITS);
    }
    return shifted;
  }
}
