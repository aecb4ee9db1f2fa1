package dev.lamina.inference.step;

import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.training.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a network does in prediction: its layers without what is for training only, and batch
 * normalization folded into the linear layer before it.
 */
public final class Steps {

  private final Precision precision;
  private final List<Step> steps = new ArrayList<>();

  private Steps(Precision precision) {
    this.precision = precision;
  }

  /** The steps of this network with these numbers, for this precision. */
  public static List<Step> of(Outline outline, Precision precision, Values values) {
    Steps steps = new Steps(precision);
    outline.entries().stream()
        .flatMap(entry -> entry.layer().accept(new LayerSteps(entry, values)).stream())
        .forEach(steps::add);
    return List.copyOf(steps.steps);
  }

  private void add(Step step) {
    Optional<Product> joined =
        last().flatMap(last -> step.accept(new Joined(last))).filter(this::isInRange);
    joined.ifPresentOrElse(product -> steps.set(steps.size() - 1, product), () -> steps.add(step));
  }

  private Optional<Step> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }

  /** Features that hardly vary have factors so large that a product could overflow. */
  private boolean isInRange(Product product) {
    return Stream.concat(Arrays.stream(product.kernel()), Stream.of(product.bias()))
        .flatMapToDouble(Arrays::stream)
        .allMatch(precision::holds);
  }

  /** The product that does what this step does behind another, where there is one. */
  private record Joined(Step before) implements Step.Cases<Optional<Product>> {

    @Override
    public Optional<Product> product(Product product) {
      return Optional.empty();
    }

    @Override
    public Optional<Product> scaling(Scaling scaling) {
      return before instanceof Product product
          ? Optional.of(product.then(scaling))
          : Optional.empty();
    }

    @Override
    public Optional<Product> bend(Bend bend) {
      return Optional.empty();
    }
  }
}
