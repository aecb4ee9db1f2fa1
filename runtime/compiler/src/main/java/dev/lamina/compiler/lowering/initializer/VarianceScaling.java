package dev.lamina.compiler.lowering.initializer;

import java.util.Objects;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Random weights around 0 with variance {@code scale / fan}, as Keras draws them.
 *
 * <p>One class for all of the family: Glorot's is scale 1 by the average fan, He's scale 2 and
 * LeCun's scale 1 by the fan in. The weights depend only on ND4J's generator of the calling thread,
 * which a network seeds before it is initialized and from which this takes one number; a float32
 * and a float64 network get the same weights up to rounding. A fan below 1 counts as 1.
 */
public final class VarianceScaling implements IWeightInit {

  private static final long serialVersionUID = 1L;

  /** Which number of connections divides the variance. */
  public enum Fan {
    /** The inputs of a unit. */
    IN {
      @Override
      double fan(double fanIn, double fanOut) {
        return fanIn;
      }
    },
    /** The units that an input goes to. */
    OUT {
      @Override
      double fan(double fanIn, double fanOut) {
        return fanOut;
      }
    },
    /** The mean of both. */
    AVERAGE {
      @Override
      double fan(double fanIn, double fanOut) {
        return (fanIn + fanOut) / 2;
      }
    };

    abstract double fan(double fanIn, double fanOut);
  }

  /** The shape of the distribution; both have mean 0 and the variance that is asked for. */
  public enum Spread {
    /** Uniform up to {@code sqrt(3 variance)}. */
    UNIFORM {
      @Override
      double draw(SplittableRandom random, double variance) {
        return Math.sqrt(3 * variance) * (2 * random.nextDouble() - 1);
      }
    },
    /** Normal, drawn again beyond 2 standard deviations, and so much wider before that. */
    NORMAL {
      @Override
      double draw(SplittableRandom random, double variance) {
        return Math.sqrt(variance) / TRUNCATED_DEVIATION * Filling.truncatedNormal(random);
      }
    };

    /** The standard deviation of a standard normal variable that is cut off at -2 and 2. */
    private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

    abstract double draw(SplittableRandom random, double variance);
  }

  private final double scale;
  private final Fan fan;
  private final Spread spread;

  /**
   * Weights of the given variance and shape.
   *
   * @param scale what is divided by the fan, positive
   * @param fan which fan
   * @param spread the shape
   * @throws IllegalArgumentException if the scale is not positive and finite
   */
  @JsonCreator
  public VarianceScaling(
      @JsonProperty("scale") double scale,
      @JsonProperty("fan") Fan fan,
      @JsonProperty("spread") Spread spread) {
    if (!(scale > 0 && Double.isFinite(scale))) {
      throw new IllegalArgumentException(
          "VarianceScaling expects `scale` to be positive and finite, but got %s. %s"
              .formatted(scale, "Fix: give a number such as 1 or 2."));
    }
    this.scale = scale;
    this.fan = Objects.requireNonNull(fan, "fan");
    this.spread = Objects.requireNonNull(spread, "spread");
  }

  @Override
  public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
    double variance = scale / Math.max(1, fan.fan(fanIn, fanOut));
    return Filling.draw(random -> spread.draw(random, variance), shape, order, paramView);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VarianceScaling that
        && Double.compare(scale, that.scale) == 0
        && fan == that.fan
        && spread == that.spread;
  }

  @Override
  public int hashCode() {
    return Objects.hash(scale, fan, spread);
  }

  @Override
  public String toString() {
    return "VarianceScaling(scale=%s, fan=%s, spread=%s)".formatted(scale, fan, spread);
  }
}
