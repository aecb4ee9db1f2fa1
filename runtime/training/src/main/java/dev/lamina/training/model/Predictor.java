package dev.lamina.training.model;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.inference.PlainModel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A model at work in an application: samples in, what the network says of them out.
 *
 * <p>Threads use it side by side and do not wait for each other. The same sample gives the same
 * bits, alone or among others, on one thread or many, on every processor: it computes in plain
 * Java. It holds no native memory and nothing of the model, which may be dropped; {@link #close}
 * ends its use.
 *
 * @param <T> what samples are
 */
public final class Predictor<T> implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final PlainModel model;
  private final OutputKind kind;
  private final Function<? super T, double[]> features;
  private final Optional<MicroBatches> gathering;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Predictor(
      PlainModel model,
      OutputKind kind,
      Function<? super T, double[]> features,
      Optional<MicroBatches> gathering) {
    this.model = model;
    this.kind = kind;
    this.features = features;
    this.gathering = gathering;
  }

  /** A predictor that computes each call by itself. */
  static <T> Predictor<T> of(ModelOutputs outputs, Function<? super T, double[]> features) {
    return new Predictor<>(outputs.plain().checked(), outputs.kind(), features, Optional.empty());
  }

  /**
   * The same predictor that gathers samples which threads ask for one by one, and computes them
   * together; not at all by default.
   *
   * <p>It answers with the same bits. The first sample of a batch waits for others; batches are
   * computed in the order in which they began, as many side by side as there are processors. Calls
   * with several samples are batches already, and wait for nobody.
   *
   * <p>It is slower than without: plain Java computes a sample alone as fast as among others, so
   * that calls only wait for each other. Measured on two processors with 8 to 32 threads, it gave a
   * third to four fifths of the answers in the same time with no wait, and a fifth at most with one
   * of a millisecond. It is for bounding how many calls compute at once, whatever the number of
   * threads that ask.
   *
   * @param maxRows how many samples are computed together at most, at least 2
   * @param maxWait how long a sample waits for others at most, up to a minute; with zero only while
   *     all processors are busy
   */
  public Predictor<T> microBatching(int maxRows, Duration maxWait) {
    Requirement.of("microBatching", maxRows, maxWait)
        .atLeast(2, "maxRows", maxRows, "give the size of a batch, such as 32")
        .present("maxWait", maxWait)
        .that(
            !maxWait.isNegative() && maxWait.compareTo(LONGEST_WAIT) <= 0,
            "maxWait",
            "a time from zero to a minute",
            maxWait,
            "give the time that a sample may wait for others, such as `Duration.ofMillis(2)`");
    requireOpen();
    MicroBatches batches = new MicroBatches(maxRows, maxWait, model::predict);
    return new Predictor<>(model, kind, features, Optional.of(batches));
  }

  /**
   * What the network says of one sample.
   *
   * @throws InvalidDescriptionException if its features do not fit, or one is not finite
   * @throws IllegalStateException after {@link #close}
   */
  public Prediction predict(T sample) {
    requireOpen();
    if (sample == null) {
      new Requirement(new Code("predict(sample)")).present("sample", sample);
    }
    double[] row = features.apply(sample);
    return new Prediction(gathering.isEmpty() ? model.predict(row) : gathered(row), kind);
  }

  /**
   * Only rows that fit are gathered, and copies that nobody changes while they wait, so that no
   * other call fails by this one.
   */
  private double[] gathered(double[] row) {
    double[][] own = {row == null ? null : row.clone()};
    kind.check().require(own);
    return gathering.orElseThrow().outputs(own[0]);
  }

  /**
   * What the network says of several samples, in their order.
   *
   * @throws InvalidDescriptionException if the features of one do not fit, or are not finite
   * @throws IllegalStateException after {@link #close}
   */
  public List<Prediction> predict(T[] samples) {
    new Requirement(new Code("predict(samples)")).present("samples", samples);
    return predict(Arrays.asList(samples));
  }

  /**
   * The same for a list: see {@link #predict(Object[])}.
   *
   * @throws InvalidDescriptionException if the features of one do not fit, or are not finite
   * @throws IllegalStateException after {@link #close}
   */
  public List<Prediction> predict(List<? extends T> samples) {
    requireOpen();
    new Requirement(new Code("predict(samples)"))
        .present("samples", samples)
        .allPresent("sample", samples);
    double[][] rows = samples.stream().map(features).toArray(double[][]::new);
    return Stream.of(model.predict(rows)).map(outputs -> new Prediction(outputs, kind)).toList();
  }

  /** Ends its use: calls from now on are refused, those that were made before are answered. */
  @Override
  public void close() {
    closed.set(true);
    gathering.ifPresent(MicroBatches::close);
  }

  private void requireOpen() {
    if (closed.get()) {
      Problem problem =
          new Problem(
              "The predictor of network `" + model.name() + "`",
              "must be open, but `close()` was called.",
              "close it where nobody predicts any more, or ask the model for another.");
      throw new IllegalStateException(problem.toString());
    }
  }

  /** The network that predicts, and its widths. */
  @Override
  public String toString() {
    return "Predictor[%s, %d -> %d]".formatted(model.name(), model.inputs(), model.outputs());
  }
}
