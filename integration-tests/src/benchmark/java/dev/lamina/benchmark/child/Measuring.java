package dev.lamina.benchmark.child;

import dev.lamina.benchmark.subject.Predictor;
import dev.lamina.benchmark.subject.Subject;
import dev.lamina.benchmark.subject.Trained;
import dev.lamina.benchmark.work.Digits;
import dev.lamina.benchmark.work.Kind;
import dev.lamina.benchmark.work.Net;
import dev.lamina.benchmark.work.Work;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Does works with one system, and looks whether it really did them. */
final class Measuring {

  /** Calls are counted in groups that take so long at least, so that the clock costs nothing. */
  private static final long GROUP_NANOSECONDS = 500_000;

  private static final double WARM_UP_SHARE = 0.2;

  private final Subject subject;
  private final Map<Net, Long> parameters = new EnumMap<>(Net.class);
  private final Map<Net, Predictor> predictors = new EnumMap<>(Net.class);

  Measuring(Subject subject) {
    this.subject = subject;
  }

  /** The seconds that the work takes once, from doing it for about {@code seconds}. */
  double measure(Work work, double seconds) {
    requireTheNetwork(work.net());
    return switch (work.kind()) {
      case STEP -> step(work.net(), seconds);
      case ROW -> {
        Predictor predictor = predictor(work.net());
        yield calls(index -> predictor.row(index % Kind.ROWS_AT_ONCE), seconds);
      }
      case ROWS -> {
        Predictor predictor = predictor(work.net());
        yield calls(index -> predictor.rows(), seconds);
      }
      case FIT -> fit();
      case COMPILE, SEARCH, STARTUP, MEMORY ->
          throw new IllegalArgumentException("A process that stays does no " + work.id());
    };
  }

  private void requireTheNetwork(Net net) {
    long found = parameters.computeIfAbsent(net, subject::parameters);
    if (found != net.parameters()) {
      throw new IllegalStateException(
          "the network has %d parameters in place of %d".formatted(found, net.parameters()));
    }
  }

  private double step(Net net, double seconds) {
    Trained trained = subject.train(net, seconds);
    if (!(trained.lossAfter() < trained.lossBefore())) {
      throw new IllegalStateException(
          "the loss does not fall: from %s to %s"
              .formatted(trained.lossBefore(), trained.lossAfter()));
    }
    return trained.seconds();
  }

  private Predictor predictor(Net net) {
    return predictors.computeIfAbsent(net, subject::predictor);
  }

  private double fit() {
    Digits digits = Digits.load();
    long start = System.nanoTime();
    double accuracy = subject.fit(digits);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!(accuracy >= Digits.ACCURACY)) {
      throw new IllegalStateException(
          "the test accuracy is %s in place of %s at least".formatted(accuracy, Digits.ACCURACY));
    }
    return seconds;
  }

  /** Gets the processor's caches back from other processes, and then measures. */
  private static double calls(IntToDoubleFunction called, double seconds) {
    double before = call(called, seconds * WARM_UP_SHARE);
    double found = call(called, seconds);
    if (!(before > 0 && found > 0)) {
      throw new IllegalStateException("a prediction took no time");
    }
    return found;
  }

  /** The mean time of a call, whose result must be a number. */
  private static double call(IntToDoubleFunction called, double seconds) {
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    long now = start;
    long calls = 0;
    int group = 1;
    double sum = 0;
    while (now < end) {
      for (int call = 0; call < group; call++) {
        sum += called.applyAsDouble((int) ((calls + call) & Integer.MAX_VALUE));
      }
      calls += group;
      long after = System.nanoTime();
      group = after - now < GROUP_NANOSECONDS ? 2 * group : group;
      now = after;
    }
    if (!Double.isFinite(sum)) {
      throw new IllegalStateException("a prediction is not a number");
    }
    return (now - start) / 1e9 / calls;
  }
}
