package dev.lamina.training.listener;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.training.TrainingListener.BatchEnd;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.Validation;
import java.util.LinkedHashMap;
import java.util.Map;

/** An epoch that is not over yet. */
final class RunningEpoch {

  private static final double NANOSECONDS = 1e9;

  private final EpochText text;
  private final LiveLine line;
  private final long start;
  private int done;
  private double seconds;
  private Map<Monitor, Double> values = Map.of();
  private Map<Monitor, Double> validated = Map.of();

  RunningEpoch(EpochText text, LiveLine line, long start) {
    this.text = text;
    this.line = line;
    this.start = start;
  }

  void batchEnded(BatchEnd end, long now) {
    done = end.batch();
    seconds = (now - start) / NANOSECONDS;
    values = joined(end.values(), validated);
  }

  /** What validation data gave in the middle of the epoch stays until it is measured again. */
  void validated(Validation validation) {
    validated = validation.values();
    values = joined(values, validated);
  }

  private static Map<Monitor, Double> joined(
      Map<Monitor, Double> some, Map<Monitor, Double> others) {
    Map<Monitor, Double> both = new LinkedHashMap<>(some);
    both.putAll(others);
    return both;
  }

  void redraw() {
    line.redraw(text.running(done, secondsPerStep(), values));
  }

  void finish(Epoch epoch) {
    line.finish(text.over(done, epoch.seconds(), secondsPerStep(), epoch.values()));
  }

  /** Ends the line where no more mini-batches come. */
  void breakOff() {
    if (done > 0) {
      line.finish(text.over(done, seconds, secondsPerStep(), values));
    } else {
      line.abandon();
    }
  }

  private double secondsPerStep() {
    return seconds / Math.max(1, done);
  }
}
