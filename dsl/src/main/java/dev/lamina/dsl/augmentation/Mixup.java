package dev.lamina.dsl.augmentation;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Each sample mixed with another of its mini-batch, features, targets and weights alike (Zhang,
 * Cisse, Dauphin and Lopez-Paz 2018).
 *
 * <p>{@code lambda a + (1 - lambda) b} with lambda from the beta distribution B(alpha, alpha), one
 * for each mini-batch, as in the authors' code. Targets must be such that a mixture means
 * something: one-hot or shares, numbers, but neither class indices nor signs.
 *
 * @param alpha how strongly: near 0 samples stay nearly as they are, at 1 every lambda is equally
 *     likely; above 0, in the paper 0.1 to 0.4 for images
 */
public record Mixup(double alpha) implements Augmentation {

  /** Checks the number. */
  public Mixup {
    Requirement.of("mixup", alpha)
        .positive("alpha", alpha, "give how strongly samples mix, such as `mixup(0.2)`");
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.mixup(this);
  }

  @Override
  public String toString() {
    return Code.call("mixup", alpha).toString();
  }
}
