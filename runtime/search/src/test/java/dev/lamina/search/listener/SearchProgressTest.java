package dev.lamina.search.listener;

import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.SearchListener;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Tuner;
import dev.lamina.training.listener.Display;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SearchProgressTest {

  private static final IntParam WIDTH = integer("width", 1, 5);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);
  private final AtomicLong seconds = new AtomicLong();

  @Test
  void withoutATerminalThereIsALineForEachTrialAndOneForTheEnd() {
    run(inLines(), search(WIDTH).trials(9), pick -> tried(pick, 30));

    assertThat(lines())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).matches("1/5 2:00 left - .*"),
            line -> assertThat(line).matches("2/5 1:30 left - .*"),
            line -> assertThat(line).matches("3/5 1:00 left - .*"),
            line -> assertThat(line).matches("4/5 30s left - .*"),
            line ->
                assertThat(line).matches("5/5 0s left - best 1 \\(trial \\d\\) - 1 failed - .*"),
            line ->
                assertThat(line)
                    .matches("5/5 in 2:30 - best 1 \\(trial \\d\\) - 1 failed - EXHAUSTED"));
    assertThat(lines()).anyMatch(line -> line.contains("failed - trial "));
    assertThat(lines()).anyMatch(line -> line.endsWith(": FAILED (java.lang.ArithmeticException)"));
  }

  @Test
  void theTimeLeftIsNoMoreThanTheLimitLeaves() {
    SearchPlan plan = search(real("x", 0, 1)).trials(100).timeLimit(Duration.ofMinutes(10));

    run(inLines(), plan, pick -> tried(1, 300));

    assertThat(lines().get(0)).startsWith("  1/100 5:00 left - best 1 (trial 0) - trial 0: 1");
  }

  @Test
  void whereNobodyKnowsHowManyThereWillBeTheTimeThatWentByIsShown() {
    SearchPlan plan = search(real("x", 0, 1)).trials(Integer.MAX_VALUE).totalEpochs(1);
    SearchListener progress = inLines();
    SearchResult one = Tuner.using(randomSearch()).minimize(plan.trials(1), pick -> 1);

    progress.searchStarted(new SearchListener.Start("s", plan, List.of(Goal.MINIMIZE), List.of()));
    seconds.set(75);
    progress.trialEnded(one.best());

    assertThat(lines()).containsExactly("1/Unknown 1:15 - best 1 (trial 0) - trial 0: 1");
  }

  @Test
  void aLimitThatIsLongerThanAnyClockCountsIsNone() {
    SearchPlan plan = search(WIDTH).trials(3).timeLimit(Duration.ofSeconds(Long.MAX_VALUE));

    run(inLines(), plan, pick -> tried(pick, 2));

    assertThat(lines().get(0)).startsWith("1/3 4s left");
  }

  @Test
  void aTerminalShowsOneLineThatIsRedrawn() {
    Display narrow = Display.onTerminal("Test", stream, StandardCharsets.UTF_8, 40);

    run(new SearchProgress(narrow, this::clock), search(WIDTH).trials(9), pick -> tried(pick, 1));

    stream.flush();
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertThat(printed).contains("0/5 ────────────────────").contains("4/5 ━━━━━━━━━━━━━━━━────");
    assertThat(printed.lines().filter(line -> line.contains("EXHAUSTED"))).hasSize(1);
  }

  @Test
  void trialsOfAnEarlierRunCount() {
    SearchResult earlier =
        Tuner.using(randomSearch()).maximize(search(WIDTH).trials(2), pick -> pick.get(WIDTH));
    int best = earlier.best().number();
    SearchListener progress = inLines();

    progress.searchStarted(
        new SearchListener.Start(
            "s", search(WIDTH).trials(4), List.of(Goal.MAXIMIZE), earlier.trials()));
    seconds.set(3700);
    progress.searchEnded(earlier);

    assertThat(lines())
        .containsExactly(
            "2/4 in 1:01:40 - best "
                + earlier.best().get(WIDTH)
                + " (trial "
                + best
                + ") - TRIALS_DONE");
  }

  @Test
  void severalObjectivesHaveABestValueEach() {
    SearchResult found =
        Tuner.using(randomSearch())
            .listener(inLines())
            .optimize(
                search(WIDTH).trials(9),
                List.of(Goal.MINIMIZE, Goal.MAXIMIZE),
                pick -> new double[] {pick.get(WIDTH), pick.get(WIDTH)});

    assertThat(found.front()).hasSize(5);
    assertThat(lines())
        .last()
        .asString()
        .matches("5/5 in 0s - best 1 \\(trial \\d\\), 5 \\(trial \\d\\) - EXHAUSTED");
  }

  @Test
  void aTerminalHasAWidth() {
    assertThatThrownBy(() -> SearchProgress.onTerminal(stream, StandardCharsets.UTF_8, 0))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("SearchProgress.onTerminal(stream, UTF-8, 0)");
  }

  private long clock() {
    return seconds.get() * 1_000_000_000L;
  }

  private SearchListener inLines() {
    return new SearchProgress(Display.inLines("Test", stream, StandardCharsets.UTF_8), this::clock);
  }

  private double tried(Choices pick, long took) {
    return tried(pick.get(WIDTH), took);
  }

  /** Takes so many seconds, and fails for the widest. */
  private double tried(int width, long took) {
    seconds.addAndGet(took);
    if (width == 5) {
      throw new ArithmeticException();
    }
    return width;
  }

  private static void run(
      SearchListener progress, SearchPlan plan, ToDoubleFunction<Choices> function) {
    SearchResult result = Tuner.using(randomSearch()).listener(progress).minimize(plan, function);
    assertThat(result.trials()).isNotEmpty();
  }

  private List<String> lines() {
    stream.flush();
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
