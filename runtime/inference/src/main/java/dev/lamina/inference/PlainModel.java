package dev.lamina.inference;

import dev.lamina.dsl.check.NetworkCheck;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Input;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.file.Content;
import dev.lamina.inference.input.Normalization;
import dev.lamina.inference.program.Runner;
import dev.lamina.inference.step.Step;
import dev.lamina.inference.step.Steps;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A trained dense network that predicts in plain Java: no native code, no DL4J, microseconds for a
 * row.
 *
 * <p>It does what prediction needs and nothing else: what is random in training is gone, and batch
 * normalization is folded into the linear layer before it. Networks of FLOAT32 compute in single
 * precision, those of FLOAT64 in double.
 *
 * <p>A value, safe for use by several threads, which do not wait for each other. The same row gives
 * the same bits on every JVM and processor, alone or among others.
 */
public final class PlainModel {

  private final Precision precision;
  private final RowCheck check;
  private final Runner<?> runner;

  private PlainModel(String name, Precision precision, Runner<?> runner) {
    this.precision = precision;
    this.check = new RowCheck(name, Input.flat(runner.inputs()), precision, runner.normalization());
    this.runner = runner;
  }

  /**
   * The network with these numbers.
   *
   * @param precision the data type to compute with
   * @param parameters the numbers of its layers
   * @throws InvalidDescriptionException with everything that is wrong with the network, or that
   *     does not fit it
   */
  public static PlainModel of(Network network, Precision precision, Parameters parameters) {
    new Requirement(new Code("PlainModel.of(network, precision, parameters)"))
        .present("network", network)
        .present("precision", precision)
        .present("parameters", parameters);
    NetworkCheck.requireValid(network);
    CheckedParameters values = CheckedParameters.of(network, precision, parameters);
    List<Step> steps = Steps.of(network.outline(), precision, values::values);
    int inputs = network.input().shape().size();
    return of(new Content(network.name(), precision, inputs, Optional.empty(), steps));
  }

  /** The model that a file holds. */
  static PlainModel of(Content content) {
    PlainModel plain =
        new PlainModel(
            content.name(),
            content.precision(),
            Runner.of(content.inputs(), content.precision(), content.steps()));
    return content.normalization().map(plain::normalizing).orElse(plain);
  }

  /**
   * The same model for features as they are before this is done to them, in double precision.
   *
   * @param normalization of as many features as a sample has, in place of the one that it has
   * @throws InvalidDescriptionException if it is of another number
   */
  public PlainModel normalizing(Normalization normalization) {
    new Requirement(new Code("normalizing(normalization)"))
        .present("normalization", normalization)
        .that(
            normalization.width() == inputs(),
            "normalization",
            "of " + inputs() + " features, as many as the network takes,",
            new Code("of " + normalization.width()),
            "give the one that the training data was normalized by");
    return new PlainModel(name(), precision, runner.normalizing(normalization));
  }

  /** What a file holds of it. */
  Content content() {
    return new Content(name(), precision, inputs(), runner.normalization(), runner.steps());
  }

  /**
   * The model that {@link #save} wrote to this file.
   *
   * @throws PlainModelFileException if the file is not such a file, or is damaged
   */
  public static PlainModel load(Path file) {
    Requirement.of("PlainModel.load", file).present("file", file);
    return PlainModelFile.read(file);
  }

  /**
   * Writes what prediction needs to a file, which {@link #load} reads where there is no DL4J; one
   * that is there is replaced at once, when the new one is complete.
   *
   * @throws PlainModelFileException if the file cannot be written
   */
  public void save(Path file) {
    Requirement.of("save", file).present("file", file);
    PlainModelFile.write(this, file);
  }

  /** The name of the network. */
  public String name() {
    return check.network();
  }

  /** The data type that it computes with. */
  public Precision precision() {
    return precision;
  }

  /** How many features a sample has. */
  public int inputs() {
    return runner.inputs();
  }

  /** How many outputs a sample has. */
  public int outputs() {
    return runner.outputs();
  }

  /**
   * The outputs for one sample.
   *
   * @param features {@code [features]}
   * @return {@code [outputs]}
   * @throws InvalidDescriptionException if their number does not fit or one is not finite
   */
  public double[] predict(double[] features) {
    check.require(0, features);
    return runner.run(features);
  }

  /**
   * The outputs for several samples.
   *
   * @param features {@code [samples][features]}
   * @return {@code [samples][outputs]}
   * @throws InvalidDescriptionException if their number does not fit or one is not finite
   */
  public double[][] predict(double[][] features) {
    new Requirement(new Code("predict(features)")).present("features", features);
    check.require(features);
    return runner.run(features);
  }

  /**
   * The same into an array that is there: it allocates nothing once the calling thread has
   * predicted so many samples before.
   *
   * @param features those of all samples, one sample after the other
   * @param outputs takes those of all samples, one sample after the other
   * @throws InvalidDescriptionException if the lengths do not fit or a feature is not finite
   */
  public void predict(double[] features, double[] outputs) {
    presence(features, outputs);
    int samples = samples(features.length, outputs.length);
    check.require(features);
    runner.run(features, outputs, samples);
  }

  /**
   * The same in single precision: see {@link #predict(double[], double[])}.
   *
   * @param features those of all samples, one sample after the other
   * @param outputs takes those of all samples, one sample after the other
   * @throws InvalidDescriptionException if the lengths do not fit or a feature is not finite
   */
  public void predict(float[] features, float[] outputs) {
    presence(features, outputs);
    int samples = samples(features.length, outputs.length);
    check.require(features);
    runner.run(features, outputs, samples);
  }

  private static void presence(Object features, Object outputs) {
    if (features == null || outputs == null) {
      into().present("features", features).present("outputs", outputs);
    }
  }

  /** How many samples arrays of these lengths hold. */
  private int samples(int features, int outputs) {
    int samples = features / inputs();
    if (features % inputs() != 0 || outputs != (long) samples * outputs()) {
      into()
          .that(
              features % inputs() == 0,
              "features",
              "of whole samples of " + inputs() + " numbers each",
              new Code(features + " numbers"),
              "give as many numbers for every sample as the network takes")
          .that(
              false,
              "outputs",
              "room for " + (long) samples * outputs() + " numbers",
              new Code("of length " + outputs),
              "give an array of that length: " + outputs() + " for each sample");
    }
    return samples;
  }

  private static Requirement into() {
    return new Requirement(new Code("predict(features, outputs)"));
  }

  /** Its name, widths, precision and steps. */
  @Override
  public String toString() {
    return "PlainModel[%s, %d -> %d, %s, %s%s]"
        .formatted(
            name(),
            inputs(),
            outputs(),
            precision,
            runner.normalization().map(each -> each + ", ").orElse(""),
            runner.steps());
  }
}
