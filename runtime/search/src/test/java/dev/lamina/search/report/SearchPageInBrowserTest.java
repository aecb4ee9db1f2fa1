package dev.lamina.search.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a search in headless Chromium, where that is installed. */
class SearchPageInBrowserTest {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** Asks the page itself, by the words of browsers, what a reader gets to see. */
  private static final String QUESTIONS =
      """
      <script>
      addEventListener("load", function () {
        const figures = Array.from(document.querySelectorAll("figure.card"));
        const drawn = figures.filter(function (figure) {
          const marks = Array.from(figure.querySelectorAll(".point, .thread, .bar, .span"));
          const texts = Array.from(figure.querySelectorAll("svg text"));
          return marks.length > 2 && texts.length > 2
              && marks.every(function (mark) { return mark.getClientRects().length > 0; })
              && !figure.outerHTML.includes("NaN");
        });
        document.title = drawn.length + " of " + figures.length + " charts are drawn, "
            + (document.documentElement.scrollWidth > innerWidth ? "too wide" : "wide enough");
      });
      </script></body>""";

  @TempDir private Path folder;

  @Test
  void everyChartIsDrawnAndTheConsoleStaysEmpty() throws Exception {
    String dump = seen(Reported.study(60));

    // History, importance, parallel coordinates, contour, five slices, course, timeline.
    assertThat(dump).contains("<title>11 of 11 charts are drawn, wide enough</title>");
    assertThat(dump).doesNotContain("CONSOLE");
  }

  @Test
  void compromisesHaveAFrontAndAHistoryForEachObjective() throws Exception {
    String dump = seen(Reported.compromises(40));

    assertThat(dump).contains("<title>13 of 13 charts are drawn, wide enough</title>");
    assertThat(dump).contains("id=\"front-0-1\"").contains("id=\"history-1\"");
    assertThat(dump).doesNotContain("CONSOLE");
  }

  /** What the page has become, and before it what the console says. */
  private String seen(ReportContent content) throws IOException, InterruptedException {
    Optional<String> browser = browser();
    assumeThat(browser).as("a Chromium").isPresent();
    Path page = folder.resolve("search.html");
    Files.writeString(page, new SearchPage(content).html().replace("</body>", QUESTIONS));
    Path seen = folder.resolve("seen.txt");
    Process process =
        new ProcessBuilder(
                browser.get(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-logging=stderr",
                "--window-size=500,900",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(seen.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the browser is done").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(seen);
  }

  private static Optional<String> browser() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
