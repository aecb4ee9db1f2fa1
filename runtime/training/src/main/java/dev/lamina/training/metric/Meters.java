package dev.lamina.training.metric;

import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The loss and the metrics of a plan, measured over one part of the data. */
public final class Meters {

  private final Map<Monitor, Meter> meters = new LinkedHashMap<>();
  private final Meter[] each; // of the map, without an iterator for each batch

  private Meters(DataPart part, Measures measures, TrainingPlan plan) {
    Stream.concat(Stream.of(new LossValue()), plan.metrics().stream())
        .forEach(metric -> meters.put(new Monitor(part, metric), metric.accept(measures)));
    this.each = meters.values().toArray(Meter[]::new);
  }

  /** Meters at the start, for the outputs of this network. */
  public static Meters of(DataPart part, Network network, TrainingPlan plan) {
    Answers answers =
        new Answers(network.outline().last().layer().outputActivation(), plan.loss().targets());
    return new Meters(part, new Measures(answers), plan);
  }

  /** Takes in what a step gave for this batch. */
  public void add(Batch batch, Step step) {
    for (Meter meter : each) {
      meter.add(batch, step);
    }
  }

  /** Starts anew. */
  public void clear() {
    meters.values().forEach(Meter::clear);
  }

  /** All that was taken in so far. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      DataOutputStream output = new DataOutputStream(bytes);
      for (Meter meter : each) {
        meter.write(output);
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception); // never, in memory
    }
    return bytes.toByteArray();
  }

  /**
   * Goes on from what {@link #bytes} gave of the same network and plan.
   *
   * @throws IllegalArgumentException if it gave something else
   */
  public void restore(byte[] bytes) {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    try {
      for (Meter meter : each) {
        meter.read(input);
      }
    } catch (BufferUnderflowException exception) {
      throw new IllegalArgumentException("what was measured ends too early", exception);
    }
    if (input.hasRemaining()) {
      throw new IllegalArgumentException("what was measured goes on after its end");
    }
  }

  /** How many items of so many bytes follow, which must be there before there is room for them. */
  static int count(ByteBuffer input, int bytes) {
    int count = input.getInt();
    if (count < 0 || count > input.remaining() / bytes) {
      throw new IllegalArgumentException("what was measured ends too early");
    }
    return count;
  }

  /** The values for all samples so far, the loss first, then in the order of the plan. */
  public Map<Monitor, Double> values() {
    return values(meter -> true);
  }

  /** The same without those that would take long to work out after each batch. */
  public Map<Monitor, Double> meanwhile() {
    return values(Meter::isKnownMeanwhile);
  }

  private Map<Monitor, Double> values(Predicate<Meter> shown) {
    Map<Monitor, Double> values = new LinkedHashMap<>();
    meters.forEach(
        (monitor, meter) -> {
          if (shown.test(meter)) {
            values.put(monitor, meter.value());
          }
        });
    return Collections.unmodifiableMap(values);
  }
}
