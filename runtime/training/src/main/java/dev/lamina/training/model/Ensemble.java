package dev.lamina.training.model;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Several models that predict together, by the mean of their outputs.
 *
 * <p>Where the errors of k models are independent, with variance sigma^2 each, that of their mean
 * is {@code sigma^2 / k}. Models that learned by other seeds, or on other samples, come near to it.
 *
 * <p>A value, safe for use by several threads.
 */
public final class Ensemble implements Classifier {

  private final List<Model> models;

  private Ensemble(List<Model> models) {
    this.models = models;
  }

  /** The ensemble of these models: see {@link #of(List)}. */
  public static Ensemble of(Model... models) {
    Requirement call = new Requirement(new Code("Ensemble.of(models)")).present("models", models);
    return of(call, Arrays.asList(models));
  }

  /**
   * The ensemble of these models.
   *
   * @param models at least 2, whose networks may differ but for the shapes of inputs and outputs
   * @throws InvalidDescriptionException if there are fewer, or shapes differ
   */
  public static Ensemble of(List<Model> models) {
    Requirement call = new Requirement(new Code("Ensemble.of(models)")).present("models", models);
    return of(call, models);
  }

  private static Ensemble of(Requirement call, List<Model> models) {
    call.allPresent("model", models)
        .that(
            models.size() >= 2,
            "models",
            "a list of at least 2 models",
            new Code("one of " + models.size()),
            "train more, such as by other seeds");
    List<Problem> problems = new ArrayList<>();
    for (int i = 1; i < models.size(); i++) {
      String place = "Model " + (i + 1);
      Network one = models.get(0).network();
      Network other = models.get(i).network();
      differing(place, "takes", one, other, network -> network.input().shape())
          .ifPresent(problems::add);
      differing(place, "gives", one, other, network -> network.outline().outputShape())
          .ifPresent(problems::add);
      otherClasses(place, models.get(0), models.get(i)).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException("`" + call.call() + "`", problems);
    }
    return new Ensemble(List.copyOf(models));
  }

  private static Optional<Problem> differing(
      String place, String verb, Network one, Network other, Function<Network, Shape> shape) {
    String finding = "%s %s but model 1 %s %s.";
    return shape.apply(one).equals(shape.apply(other))
        ? Optional.empty()
        : Optional.of(
            new Problem(
                place,
                finding.formatted(verb, shape.apply(other), verb, shape.apply(one)),
                "give models of the same inputs and outputs."));
  }

  private static Optional<Problem> otherClasses(String place, Model one, Model other) {
    List<String> labels = one.preprocessing().labels();
    List<String> others = other.preprocessing().labels();
    return labels.equals(others)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                place,
                "has the classes %s but model 1 has %s.".formatted(others, labels),
                "give models of data with the same names in the same order."));
  }

  /** The models, in the order in which they were given. */
  public List<Model> models() {
    return models;
  }

  @Override
  public double[] predict(double[] features) {
    return predict(new double[][] {features})[0];
  }

  @Override
  public double[][] predict(double[][] features) {
    return spread(features).means();
  }

  /**
   * The outputs for one sample, and how far the models differ.
   *
   * @param features {@code [features]}
   * @throws InvalidDescriptionException if the features do not fit
   */
  public UncertainPrediction predictWithUncertainty(double[] features) {
    return predictWithUncertainty(new double[][] {features}).get(0);
  }

  /**
   * The outputs for several samples, and how far the models differ: the deviation is that of a
   * single model, which is the root of k times that of the mean if the models are independent.
   *
   * @param features {@code [samples][features]}
   * @throws InvalidDescriptionException if the features do not fit
   */
  public List<UncertainPrediction> predictWithUncertainty(double[][] features) {
    return spread(features).predictions();
  }

  @Override
  public List<Classification> classify(double[][] features) {
    models.forEach(model -> model.outputs().requireClasses());
    return Arrays.stream(predict(features))
        .map(outputs -> Classification.of(outputs).named(models.get(0).preprocessing()))
        .toList();
  }

  private Spread spread(double[][] features) {
    new Requirement(new Code("predict(features)")).present("features", features);
    Spread spread =
        new Spread(features.length, models.get(0).network().outline().outputShape().size());
    models.forEach(model -> spread.add(model.predict(features)));
    return spread;
  }
}
