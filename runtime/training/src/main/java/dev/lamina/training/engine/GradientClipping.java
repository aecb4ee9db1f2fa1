package dev.lamina.training.engine;

import dev.lamina.dsl.training.Clipping;
import java.util.List;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What clips gradients in place, one array for each parameter, whoever computed them.
 *
 * <p>They are those of all that is minimized, penalties included, by each learned parameter.
 * Gradients within the limit keep every bit. Those that are not finite stay as they are: to cut
 * them would hide that training diverged.
 */
final class GradientClipping implements Clipping.Cases<Consumer<List<INDArray>>> {

  @Override
  public Consumer<List<INDArray>> byValue(Clipping.ByValue clipping) {
    return gradients ->
        gradients.stream().filter(Finite::isAll).forEach(each -> cut(each, clipping.limit()));
  }

  @Override
  public Consumer<List<INDArray>> byNorm(Clipping.ByNorm clipping) {
    return gradients -> gradients.forEach(each -> shrink(List.of(each), clipping.limit()));
  }

  @Override
  public Consumer<List<INDArray>> byGlobalNorm(Clipping.ByGlobalNorm clipping) {
    return gradients -> shrink(gradients, clipping.limit());
  }

  private static void cut(INDArray gradient, double limit) {
    Nd4j.getExecutioner().exec(new ScalarMax(gradient, -limit));
    Nd4j.getExecutioner().exec(new ScalarMin(gradient, limit));
  }

  private static void shrink(List<INDArray> gradients, double limit) {
    double norm = norm(gradients);
    if (Double.isFinite(norm)) {
      if (norm > limit) {
        gradients.forEach(each -> each.muli(limit / norm));
      }
    } else if (gradients.stream().allMatch(Finite::isAll)) {
      shrinkLarge(gradients, limit);
    }
  }

  /** Shrinks numbers whose squares overflow. */
  private static void shrinkLarge(List<INDArray> gradients, double limit) {
    double largest =
        gradients.stream().mapToDouble(each -> each.amaxNumber().doubleValue()).max().orElseThrow();
    gradients.forEach(each -> each.divi(largest));
    double factor = Math.min(limit / norm(gradients), largest);
    gradients.forEach(each -> each.muli(factor));
  }

  /** The Euclidean norm of all numbers together. */
  private static double norm(List<INDArray> gradients) {
    double squares = 0;
    for (INDArray each : gradients) {
      double norm = each.norm2Number().doubleValue();
      squares += norm * norm;
    }
    return Math.sqrt(squares);
  }
}
