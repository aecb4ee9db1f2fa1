package dev.lamina.inference.program;

import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.input.Normalization;
import dev.lamina.inference.step.Step;
import java.util.List;
import java.util.Optional;

/**
 * Runs a network on samples, in the buffers of the calling thread.
 *
 * @param <B> where a thread computes
 */
public final class Runner<B extends Buffers> {

  /** So few samples of any network are computed one by one. */
  private static final int FEW = 16;

  private static final int ROWS_AT_ONCE = 128;

  private final Program<B> program;
  private final Optional<Normalization> normalization;
  private final Widths widths;
  private final ThreadLocal<B> buffers;

  /**
   * Fewer samples are computed one by one: vectors along the samples would be shorter than those
   * along the units. 16 samples of 784-2048-2048-10 together take 3.5 times as long.
   */
  private final int few;

  private Runner(Program<B> program, Optional<Normalization> normalization) {
    this.program = program;
    this.normalization = normalization;
    this.widths = program.widths();
    this.buffers = ThreadLocal.withInitial(program::buffers);
    this.few = Math.min(ROWS_AT_ONCE, Math.max(FEW, widths.units()));
  }

  /** Runs these steps in this precision, for samples of so many numbers. */
  public static Runner<?> of(int inputs, Precision precision, List<Step> steps) {
    return switch (precision) {
      case FLOAT32 -> new Runner<>(new FloatProgram(inputs, steps), Optional.empty());
      case FLOAT64 -> new Runner<>(new DoubleProgram(inputs, steps), Optional.empty());
    };
  }

  /** The same for samples that are normalized first. */
  public Runner<B> normalizing(Normalization given) {
    return new Runner<>(program, Optional.of(given));
  }

  /** What is done to a sample first, if anything. */
  public Optional<Normalization> normalization() {
    return normalization;
  }

  /** How many numbers a sample has where it comes in. */
  public int inputs() {
    return widths.inputs();
  }

  /** How many numbers a sample has where it goes out. */
  public int outputs() {
    return widths.outputs();
  }

  /** The steps that it does, with the numbers that it does them with. */
  public List<Step> steps() {
    return program.steps();
  }

  /** The outputs of one sample. */
  public double[] run(double[] features) {
    B room = room(1);
    load(room, 0, features, 0);
    program.run(room, 1);
    double[] outputs = new double[widths.outputs()];
    room.store(0, outputs, 0, outputs.length);
    return outputs;
  }

  /** The outputs of several samples. */
  public double[][] run(double[][] features) {
    double[][] outputs = new double[features.length][widths.outputs()];
    int rows;
    for (int from = 0; from < features.length; from += rows) {
      rows = atOnce(features.length - from);
      B room = room(rows);
      for (int row = 0; row < rows; row++) {
        load(room, row, features[from + row], 0);
      }
      program.run(room, rows);
      for (int row = 0; row < rows; row++) {
        room.store(row, outputs[from + row], 0, widths.outputs());
      }
    }
    return outputs;
  }

  /** The outputs of so many samples, both row by row. */
  public void run(double[] features, double[] outputs, int samples) {
    int rows;
    for (int from = 0; from < samples; from += rows) {
      rows = atOnce(samples - from);
      B room = room(rows);
      for (int row = 0; row < rows; row++) {
        load(room, row, features, (from + row) * widths.inputs());
      }
      program.run(room, rows);
      for (int row = 0; row < rows; row++) {
        room.store(row, outputs, (from + row) * widths.outputs(), widths.outputs());
      }
    }
  }

  /** The outputs of so many samples, both row by row. */
  public void run(float[] features, float[] outputs, int samples) {
    int rows;
    for (int from = 0; from < samples; from += rows) {
      rows = atOnce(samples - from);
      B room = room(rows);
      for (int row = 0; row < rows; row++) {
        load(room, row, features, (from + row) * widths.inputs());
      }
      program.run(room, rows);
      for (int row = 0; row < rows; row++) {
        room.store(row, outputs, (from + row) * widths.outputs(), widths.outputs());
      }
    }
  }

  private void load(B room, int row, double[] features, int from) {
    if (normalization.isPresent()) {
      room.load(row, features, from, normalization.get());
    } else {
      room.load(row, features, from, widths.inputs());
    }
  }

  private void load(B room, int row, float[] features, int from) {
    if (normalization.isPresent()) {
      room.load(row, features, from, normalization.get());
    } else {
      room.load(row, features, from, widths.inputs());
    }
  }

  private int atOnce(int left) {
    return left < few ? 1 : Math.min(left, ROWS_AT_ONCE);
  }

  /** Buffers of this thread, which hold neither the network nor this, so that both can be freed. */
  private B room(int rows) {
    B room = buffers.get();
    room.begin(rows);
    return room;
  }
}
