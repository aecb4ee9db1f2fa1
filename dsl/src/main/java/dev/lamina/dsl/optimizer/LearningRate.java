package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/** The learning rate of an optimizer, which users give as a number or as a schedule. */
final class LearningRate {

  private LearningRate() {}

  /**
   * The schedule of one rate that stays.
   *
   * @param word the optimizer
   * @param usual a rate that suits it, which messages suggest
   */
  static Schedule constant(String word, double eta, double usual) {
    String fix = "give a small step, such as `" + Code.call(word, usual) + "`";
    Requirement.of(word, eta).notNegative("learningRate", eta, fix);
    return new ConstantRate(eta);
  }

  /** Requirements on the arguments of an optimizer with this learning rate. */
  static Requirement requirement(String word, Schedule given) {
    return Requirement.of(word, argument(given));
  }

  /** The optimizer as code, with its learning rate where it is not the default. */
  static Code code(String word, Schedule given, double usual) {
    boolean isDefault = given.equals(new ConstantRate(usual));
    return isDefault ? Code.call(word) : Code.call(word, argument(given));
  }

  private static Object argument(Schedule given) {
    boolean isNumber = given instanceof ConstantRate constant && !constant.isPerEpoch();
    return isNumber ? (Object) given.rateAt(0) : given;
  }
}
