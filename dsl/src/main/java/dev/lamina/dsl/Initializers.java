package dev.lamina.dsl;

import dev.lamina.dsl.layer.Constant;
import dev.lamina.dsl.layer.Identity;
import dev.lamina.dsl.layer.Normal;
import dev.lamina.dsl.layer.Orthogonal;
import dev.lamina.dsl.layer.TruncatedNormal;
import dev.lamina.dsl.layer.Uniform;
import dev.lamina.dsl.layer.VarianceScaling;

/** How weights start, for {@code dense(64).initializer(heNormal())}, and biases. */
public final class Initializers {

  private Initializers() {}

  /** Every weight 0. */
  public static Constant zeros() {
    return new Constant(0);
  }

  /** Every weight 1. */
  public static Constant ones() {
    return new Constant(1);
  }

  /** Every weight {@code value}. */
  public static Constant constant(double value) {
    return new Constant(value);
  }

  /** Uniform with variance 2 / (inputs + outputs); the default of dense layers. */
  public static VarianceScaling glorotUniform() {
    return VarianceScaling.GLOROT_UNIFORM;
  }

  /** Truncated normal with variance 2 / (inputs + outputs). */
  public static VarianceScaling glorotNormal() {
    return VarianceScaling.GLOROT_NORMAL;
  }

  /** Uniform with variance 2 / inputs; for ReLU and its kin. */
  public static VarianceScaling heUniform() {
    return VarianceScaling.HE_UNIFORM;
  }

  /** Truncated normal with variance 2 / inputs; for ReLU and its kin. */
  public static VarianceScaling heNormal() {
    return VarianceScaling.HE_NORMAL;
  }

  /** Uniform with variance 1 / inputs. */
  public static VarianceScaling lecunUniform() {
    return VarianceScaling.LECUN_UNIFORM;
  }

  /** Truncated normal with variance 1 / inputs; for SELU. */
  public static VarianceScaling lecunNormal() {
    return VarianceScaling.LECUN_NORMAL;
  }

  /** Uniform between -0.05 and 0.05. */
  public static Uniform uniform() {
    return new Uniform();
  }

  /** Uniform between these bounds. */
  public static Uniform uniform(double min, double max) {
    return new Uniform(min, max);
  }

  /** Normal around 0 with standard deviation 0.05. */
  public static Normal normal() {
    return new Normal();
  }

  /** Normal around 0 with this standard deviation. */
  public static Normal normal(double stddev) {
    return new Normal(stddev);
  }

  /** Normal around 0 with standard deviation 0.05, drawn again beyond two of these. */
  public static TruncatedNormal truncatedNormal() {
    return new TruncatedNormal();
  }

  /** Normal around 0 with this standard deviation, drawn again beyond two of these. */
  public static TruncatedNormal truncatedNormal(double stddev) {
    return new TruncatedNormal(stddev);
  }

  /** A random orthogonal matrix; for kernels only. */
  public static Orthogonal orthogonal() {
    return new Orthogonal();
  }

  /** Ones on the main diagonal and zeros elsewhere; for kernels only. */
  public static Identity identity() {
    return new Identity();
  }
}
