package dev.lamina.dsl.explanation;

import dev.lamina.dsl.layer.Constant;
import dev.lamina.dsl.layer.Identity;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.Normal;
import dev.lamina.dsl.layer.Orthogonal;
import dev.lamina.dsl.layer.TruncatedNormal;
import dev.lamina.dsl.layer.Uniform;
import dev.lamina.dsl.layer.VarianceScaling;

/** What DL4J's own initializer of the same name does. */
final class InitializerNotes implements Initializer.Cases<String> {

  private static final String NOT_FOR_BIASES = "the same, but biases start at a constant";

  @Override
  public String constant(Constant constant) {
    return Settings.SAME;
  }

  @Override
  public String varianceScaling(VarianceScaling scaling) {
    return switch (scaling) {
      case GLOROT_UNIFORM -> "XAVIER is the default: normal, and not truncated";
      case GLOROT_NORMAL, HE_NORMAL, LECUN_NORMAL -> "not truncated: weights beyond 4 deviations";
      case LECUN_UNIFORM -> "sqrt 3 times too wide";
      case HE_UNIFORM -> Settings.SAME;
    };
  }

  @Override
  public String uniform(Uniform uniform) {
    return NOT_FOR_BIASES;
  }

  @Override
  public String normal(Normal normal) {
    return NOT_FOR_BIASES;
  }

  @Override
  public String truncatedNormal(TruncatedNormal truncatedNormal) {
    return NOT_FOR_BIASES;
  }

  @Override
  public String orthogonal(Orthogonal orthogonal) {
    return "the same, but minutes for some hundred units";
  }

  @Override
  public String identity(Identity identity) {
    return "for square matrices only";
  }
}
