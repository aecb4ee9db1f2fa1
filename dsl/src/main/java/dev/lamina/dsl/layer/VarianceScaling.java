package dev.lamina.dsl.layer;

/**
 * Random weights around 0 whose variance is {@code scale / fan}, so that signals keep their size
 * from layer to layer.
 *
 * <p>Uniform weights lie within {@code sqrt(3 scale / fan)}; normal ones are drawn again beyond two
 * standard deviations, and widened so that the variance stays exact, as in Keras.
 */
public enum VarianceScaling implements Initializer {
  /** Variance 2 / (inputs + outputs), uniform (Glorot and Bengio 2010, also called Xavier). */
  GLOROT_UNIFORM("glorotUniform()", 1, Fan.AVERAGE, Spread.UNIFORM),
  /** Variance 2 / (inputs + outputs), normal (Glorot and Bengio 2010, also called Xavier). */
  GLOROT_NORMAL("glorotNormal()", 1, Fan.AVERAGE, Spread.NORMAL),
  /** Variance 2 / inputs, uniform (He et al. 2015); for ReLU and its kin. */
  HE_UNIFORM("heUniform()", 2, Fan.IN, Spread.UNIFORM),
  /** Variance 2 / inputs, normal (He et al. 2015); for ReLU and its kin. */
  HE_NORMAL("heNormal()", 2, Fan.IN, Spread.NORMAL),
  /** Variance 1 / inputs, uniform (LeCun et al. 1998). */
  LECUN_UNIFORM("lecunUniform()", 1, Fan.IN, Spread.UNIFORM),
  /** Variance 1 / inputs, normal (LeCun et al. 1998); for SELU. */
  LECUN_NORMAL("lecunNormal()", 1, Fan.IN, Spread.NORMAL);

  private final String code;
  private final double scale;
  private final Fan fan;
  private final Spread spread;

  VarianceScaling(String code, double scale, Fan fan, Spread spread) {
    this.code = code;
    this.scale = scale;
    this.fan = fan;
    this.spread = spread;
  }

  /** What the variance is divided by. */
  public enum Fan {
    /** The number of inputs of a neuron. */
    IN,
    /** The mean of the numbers of inputs and outputs. */
    AVERAGE
  }

  /** The distribution of the weights. */
  public enum Spread {
    /** Uniform. */
    UNIFORM,
    /** Normal, truncated at two standard deviations. */
    NORMAL
  }

  /** The numerator of the variance. */
  public double scale() {
    return scale;
  }

  /** The denominator of the variance. */
  public Fan fan() {
    return fan;
  }

  /** The distribution. */
  public Spread spread() {
    return spread;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.varianceScaling(this);
  }

  @Override
  public String toString() {
    return code;
  }
}
