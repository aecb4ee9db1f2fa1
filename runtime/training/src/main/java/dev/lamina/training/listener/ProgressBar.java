package dev.lamina.training.listener;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.Validation;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Shows how training proceeds, in two lines an epoch, as Keras does.
 *
 * <pre>{@code
 * Epoch 22/100
 * 4/4 ━━━━━━━━━━━━━━━━━━━━ 0s 23ms/step - accuracy: 0.6100 - loss: 0.6458 - val_loss: 0.7082
 * }</pre>
 *
 * <p>On a terminal the second line is redrawn while the epoch runs, at most ten times a second. It
 * then says how many mini-batches are done, about how long the others will take, how long one takes
 * on average, and the loss and metrics as means over the samples so far; where the terminal is too
 * narrow, its end is cut off. Anything printed meanwhile, such as the stack trace of an exception,
 * starts on a line of its own.
 *
 * <p>When the epoch is over, the line is printed whole, with the seconds that the epoch took,
 * validation included, and how long a mini-batch took on average, validation not included. Where
 * the output is no terminal, such as a file or a pipe, this is the only time. An epoch that
 * training does not finish, since it diverges for example, ends with the line as it was last.
 *
 * <p>The bar is of ASCII characters where the charset of the output has no better ones. One
 * progress bar can be used for many trainings, one after the other.
 */
public final class ProgressBar implements TrainingListener {

  private static final String NAME = "ProgressBar";
  private static final long REDRAW_NANOSECONDS = 100_000_000;

  private final Display display;
  private final LongSupplier clock;
  private int epochs;
  private OptionalInt batches = OptionalInt.empty();
  private long nextRedraw;
  private Optional<RunningEpoch> running = Optional.empty();

  /**
   * @param columns how wide the terminal is, where the stream is one
   * @param clock nanoseconds
   */
  ProgressBar(
      PrintStream stream, Charset charset, Optional<IntSupplier> columns, LongSupplier clock) {
    this(new Display(stream, charset, columns), clock);
  }

  private ProgressBar(Display display, LongSupplier clock) {
    this.display = display;
    this.clock = clock;
  }

  /**
   * A progress bar on {@code System.out} or {@code System.err}, which are redrawn where they are a
   * terminal that understands escape codes, or on any other stream, which is not.
   *
   * <p>The charset is that of {@code System.out} or {@code System.err}, or the default one for
   * other streams. Windows does not tell what is a terminal: use {@link #onTerminal} there.
   */
  public static ProgressBar on(PrintStream stream) {
    return new ProgressBar(Display.on(NAME, stream), System::nanoTime);
  }

  /**
   * A progress bar on a terminal that understands the escape codes of ANSI.
   *
   * @param charset the charset of the stream
   * @param columns how many characters fit in a line of the terminal, 80 for example
   * @throws InvalidDescriptionException where {@code columns} is not positive
   */
  public static ProgressBar onTerminal(PrintStream stream, Charset charset, int columns) {
    return new ProgressBar(Display.onTerminal(NAME, stream, charset, columns), System::nanoTime);
  }

  /**
   * A progress bar that redraws nothing, as for a log file.
   *
   * @param charset the charset of the stream
   */
  public static ProgressBar inLines(PrintStream stream, Charset charset) {
    return new ProgressBar(Display.inLines(NAME, stream, charset), System::nanoTime);
  }

  @Override
  public void trainingStarted(Start start) {
    epochs = start.plan().epochs();
    batches = start.batches();
    nextRedraw = clock.getAsLong();
  }

  @Override
  public void epochStarted(int number) {
    display.print("Epoch " + number + "/" + epochs);
    EpochText text = new EpochText(batches, display.glyphs());
    running = Optional.of(new RunningEpoch(text, display.line(), clock.getAsLong()));
  }

  @Override
  public void batchEnded(BatchEnd end) {
    long now = clock.getAsLong();
    running.ifPresent(epoch -> epoch.batchEnded(end, now));
    if (now - nextRedraw >= 0) {
      running.ifPresent(RunningEpoch::redraw);
      nextRedraw = now + REDRAW_NANOSECONDS;
    }
  }

  @Override
  public void validated(Validation validation) {
    running.ifPresent(epoch -> epoch.validated(validation));
  }

  @Override
  public void epochEnded(Epoch ended) {
    running.ifPresent(epoch -> epoch.finish(ended));
    running = Optional.empty();
  }

  @Override
  public void trainingEnded(TrainingResult result) {
    running.ifPresent(RunningEpoch::breakOff);
    running = Optional.empty();
  }

  @Override
  public void trainingFailed(Throwable cause) {
    running.ifPresent(RunningEpoch::breakOff);
    running = Optional.empty();
  }
}
