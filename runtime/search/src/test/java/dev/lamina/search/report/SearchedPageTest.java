package dev.lamina.search.report;

import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.search.Param;
import dev.lamina.search.ActiveTrial;
import dev.lamina.search.Tuner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of searches that are out of the ordinary. */
class SearchedPageTest {

  private static final Param<Integer> WIDTH = integer("width", 16, 2048).log();

  @TempDir private Path folder;

  /** On a phone a letter is 10.5 wide, beside a drawing of 560. */
  @Test
  void theLastLabelOfAnAxisIsInThePictureAsAWhole() throws IOException {
    String slice = figure(List.of(WIDTH), trial -> trial.get(WIDTH), "slice-0");

    List<MatchResult> last = all("x=\"([0-9.]+)\" y=\"278\">2048<", slice);

    assertThat(last).hasSize(1);
    assertThat(Double.parseDouble(last.get(0).group(1))).isLessThanOrEqualTo(560 - 4 * 10.5 / 2);
  }

  @Test
  void namesOfManyParametersAreBesideEachOther() throws IOException {
    List<Param<?>> many = new ArrayList<>();
    IntStream.range(0, 25).forEach(each -> many.add(real("parameter" + each, 0, 1)));
    ToDoubleFunction<ActiveTrial> sum =
        trial -> many.stream().mapToDouble(each -> (Double) trial.get(each)).sum();

    List<Double> places =
        all("class=\"x name\" x=\"([0-9.]+)\"", figure(many, sum, "parallel")).stream()
            .map(each -> Double.valueOf(each.group(1)))
            .toList();

    assertThat(places).hasSize(26);
    assertThat(IntStream.range(1, 26).mapToDouble(each -> places.get(each) - places.get(each - 1)))
        .allMatch(distance -> distance >= 10 * "parameter24".length());
  }

  @Test
  void aTrialThatReportedOnceIsAPoint() throws IOException {
    String course =
        figure(
            List.of(WIDTH),
            trial -> {
              assertThat(trial.report(1, trial.get(WIDTH))).isFalse();
              return trial.get(WIDTH);
            },
            "course");

    assertThat(all("<circle class=\"point (complete|best)\"", course)).hasSize(8);
  }

  @Test
  void trialsThatWereAllPrunedHaveACourse() throws IOException {
    String course =
        figure(
            List.of(WIDTH),
            trial -> {
              assertThat(trial.report(1, 2)).isFalse();
              assertThat(trial.report(2, 1)).isFalse();
              trial.prune();
              return 0;
            },
            "course");

    assertThat(all("<circle class=\"point pruned\"", course)).hasSize(8);
  }

  /** The figure with this name in the report of a search of eight trials. */
  private String figure(List<Param<?>> params, ToDoubleFunction<ActiveTrial> function, String id)
      throws IOException {
    Path file = folder.resolve("search.html");
    Tuner.using(randomSearch())
        .minimize(search(params.toArray(Param<?>[]::new)).trials(8), function)
        .report(file);
    String page = Files.readString(file);
    int start = page.indexOf("id=\"" + id + "\"");
    assertThat(start).as("where the figure is").isPositive();
    return page.substring(start, page.indexOf("</figure>", start));
  }

  private static List<MatchResult> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }
}
