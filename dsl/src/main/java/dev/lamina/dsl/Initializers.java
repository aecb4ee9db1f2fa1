package dev.lamina.dsl;

import dev.lamina.dsl.layer.Constant;
import dev.lamina.dsl.layer.VarianceScaling;

/** How weights start, for {@code dense(64).initializer(heNormal())}. */
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
}
