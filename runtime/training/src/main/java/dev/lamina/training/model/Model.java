package dev.lamina.training.model;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.inference.PlainModel;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.evaluation.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * A network with weights: predicts, evaluates, is saved and loaded.
 *
 * <p>A value: nothing that it offers changes it. Safe for use by several threads, which take turns
 * where DL4J computes.
 */
public final class Model implements Classifier, AutoCloseable {

  private final Network network;
  private final TrainingPlan plan;
  private final Engine engine;
  private final Preprocessing preprocessing;
  private final ModelOutputs outputs;
  private final Provenance provenance;

  private Model(
      Network network, TrainingPlan plan, Engine engine, Preprocessing before, Provenance origin) {
    this.network = network;
    this.plan = plan;
    this.engine = engine;
    this.preprocessing = before;
    this.provenance = origin;
    this.outputs = ModelOutputs.of(network, plan.precision(), engine, before);
  }

  /** The model of a network that was trained by this plan and is not trained further. */
  public static Model of(Network network, TrainingPlan plan, Engine engine) {
    return new Model(network, plan, engine, Preprocessing.none(), Provenance.here(plan));
  }

  /**
   * The network with its initial weights, as training by this plan would start from.
   *
   * @throws InvalidDescriptionException with everything that is wrong with network and plan
   */
  public static Model untrained(Network network, TrainingPlan plan) {
    return of(network, plan, Engine.create(Compiler.compile(network, plan)));
  }

  /** What {@link #save} wrote to this file; throws {@link ModelFileException} if damaged. */
  public static Model load(Path file) {
    Requirement.of("Model.load", file).present("file", file);
    return ModelFile.read(file).model();
  }

  /**
   * Writes network, plan, weights and optimizer state to a file; one that is there is replaced at
   * once, when the new one is complete.
   *
   * @throws ModelFileException if the file cannot be written
   */
  public void save(Path file) {
    Requirement.of("save", file).present("file", file);
    ModelFile.write(this, Map.of(), file);
  }

  /** What the network is made of. */
  public Network network() {
    return network;
  }

  /** How it was trained. */
  public TrainingPlan plan() {
    return plan;
  }

  /** What is done to features first, and what classes are called. */
  public Preprocessing preprocessing() {
    return preprocessing;
  }

  /** The same model for data to which this was done first; refused where it does not fit. */
  public Model preprocessing(Preprocessing before) {
    Preparation.requireFit(network, plan, before);
    return new Model(network, plan, engine, before, provenance);
  }

  @Override
  public double[] predict(double[] features) {
    return outputs.predict(features);
  }

  @Override
  public double[][] predict(double[][] features) {
    return outputs.predict(features);
  }

  /** One sample of {@link #predictWithUncertainty(double[][], int)}. */
  public UncertainPrediction predictWithUncertainty(double[] features, int samples) {
    return predictWithUncertainty(new double[][] {features}, samples).get(0);
  }

  /**
   * The outputs for several samples and how sure they are, by Monte-Carlo dropout: mean and
   * standard deviation over forward passes in which units and weights are dropped, and noise is
   * added, as in training, while batch normalization takes its running averages.
   *
   * <p>The same call gives the same numbers, as dropout comes from the plan's seed. Gal and
   * Ghahramani, Dropout as a Bayesian Approximation, 2016.
   *
   * @param features {@code [samples][features]}
   * @param samples how many forward passes, at least 2
   * @throws InvalidDescriptionException if nothing in the network is random, or the features do not
   *     fit
   */
  public List<UncertainPrediction> predictWithUncertainty(double[][] features, int samples) {
    return predictWithUncertainty(features, samples, plan.seed());
  }

  /** The same with dropout from this seed: see {@link #predictWithUncertainty(double[][], int)}. */
  public List<UncertainPrediction> predictWithUncertainty(
      double[][] features, int samples, long seed) {
    return new MonteCarloDropout(network, plan, engine, preprocessing)
        .predict(features, samples, seed);
  }

  @Override
  public List<Classification> classify(double[][] features) {
    return outputs.classify(features);
  }

  /**
   * Data as the network takes it: features that are not normalized yet will be when they are read.
   *
   * @throws InvalidDescriptionException if they are normalized otherwise, or classes named so
   */
  public Dataset prepared(Dataset data) {
    new Requirement(new Code("prepared(data)")).present("data", data);
    return new Preparation(network, preprocessing, engine.iterations() > 0).of(data);
  }

  /**
   * The loss and the metrics of the plan on this data: see {@link #prepared}.
   *
   * @throws InvalidDescriptionException with everything that is wrong with the data
   */
  public Evaluation evaluate(Dataset data) {
    new Requirement(new Code("evaluate(data)")).present("data", data);
    return new Evaluator(network, plan, engine).evaluate(prepared(data));
  }

  /**
   * Every figure, curve and table that the outputs for this data allow: see {@link Report} and
   * {@link #prepared}.
   *
   * @throws InvalidDescriptionException with everything that is wrong with the data
   */
  public Report report(Dataset data) {
    new Requirement(new Code("report(data)")).present("data", data);
    return new Evaluator(network, plan, engine).report(prepared(data));
  }

  /**
   * The derivatives of what training minimizes, by layer and parameter, with this data as one
   * mini-batch.
   *
   * <p>That is the mean loss of the samples plus the penalties of the weights, as one training step
   * sees it before it clips: batch normalization takes mean and variance of the batch, and dropout
   * drops what the first iteration of the plan would drop. Class weights count; augmentation rests.
   *
   * @throws InvalidDescriptionException with everything that is wrong with the data
   */
  public Gradients gradients(Dataset batch) {
    new Requirement(new Code("gradients(batch)")).present("batch", batch);
    return Gradients.of(network, plan, engine, prepared(batch));
  }

  /** Its parameters, by the names of its layers. */
  public Weights weights() {
    return Weights.read(network, engine);
  }

  /**
   * The same network with these weights; this model keeps its own.
   *
   * @throws InvalidDescriptionException with everything that does not fit
   */
  public Model withWeights(Weights weights) {
    new Requirement(new Code("withWeights(weights)")).present("weights", weights);
    return withWeights(weights, "`withWeights(weights)`");
  }

  /** The same network with these weights, which this call was given. */
  Model withWeights(Weights weights, String call) {
    weights.requireFit(network, plan.precision(), call);
    Engine other = Engine.create(Compiler.compile(network, plan));
    other.restore(engine.snapshot());
    weights.write(network, other);
    return of(network, plan, other).preprocessing(preprocessing);
  }

  /**
   * Transfer learning: a model of another network, by the plan of this model, that has its weights
   * wherever layers have the same name and shapes.
   *
   * <p>The other layers start anew, by the plan's seed, and so does the optimizer. Names matter:
   * layers without one are numbered by type, so that one more `dense` renames those behind it.
   *
   * @return the model, and what became of each layer
   * @throws InvalidDescriptionException with everything that is wrong with the network, or if no
   *     layer at all has the weights of this model
   */
  public Transfer continueWith(Network other) {
    return continueWith(other, plan);
  }

  /** Under another plan, which another kind of output needs: see {@link #continueWith(Network)}. */
  public Transfer continueWith(Network other, TrainingPlan by) {
    new Requirement(new Code("continueWith(network, plan)"))
        .present("network", other)
        .present("plan", by);
    return Transfer.of(this, other, by);
  }

  /**
   * A copy of the network with these weights, running, as training by this plan goes on from.
   *
   * @throws InvalidDescriptionException with everything that is wrong with network and plan, or if
   *     the plan's precision cannot hold the weights
   */
  public Engine start(TrainingPlan by) {
    return untrained(network, by).withWeights(weights(), "`train(start, plan, split)`").engine;
  }

  /** From arrays of features: see {@link #predictor(Function)}. */
  public Predictor<double[]> predictor() {
    return predictor(row -> row);
  }

  /**
   * What predicts in an application: thread-safe, with typed results, to be closed in the end.
   *
   * @param features the features of a sample, as the network takes them
   * @throws InvalidDescriptionException if weights are not finite
   */
  public <T> Predictor<T> predictor(Function<? super T, double[]> features) {
    new Requirement(new Code("predictor(features)")).present("features", features);
    return Predictor.of(outputs, features);
  }

  /** The same model in plain Java, for programs without DL4J, compared on random rows. */
  public PlainModel plain() {
    return outputs.plain().checked();
  }

  /** A copy of the network as DL4J knows it, for what Lamina does not offer. */
  public ComputationGraph unwrap() {
    return engine.copyOfGraph();
  }

  /** Where the weights come from; it is saved with them. */
  public Provenance provenance() {
    return provenance;
  }

  /** The same model, whose weights come from there. */
  public Model provenance(Provenance origin) {
    Requirement.of("provenance", origin).present("origin", origin);
    return new Model(network, plan, engine, preprocessing, origin);
  }

  /**
   * Gives the native memory of the weights back at once, and not when Java's collector comes by:
   * what needs them is refused from now on. Predictors and plain models that were made go on.
   */
  @Override
  public void close() {
    engine.close();
  }

  ModelOutputs outputs() {
    return outputs;
  }

  Engine engine() {
    return engine;
  }
}
