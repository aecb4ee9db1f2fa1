package dev.lamina.training.listener;

import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Training.earlyStopping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.Xor;
import dev.lamina.training.data.Split;
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

/** The report in headless Chromium, where that is installed. */
class ReportInBrowserTest {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** Asks the page itself, by the words of browsers, what a reader gets to see and read. */
  private static final String QUESTIONS =
      """
      <script>
      addEventListener("load", function () {
        const figures = Array.from(document.querySelectorAll("figure.card"));
        const drawn = figures.filter(function (figure) {
          const svg = figure.querySelector("svg");
          const seen = Array.from(figure.querySelectorAll(".line")).filter(
              function (line) { return line.getClientRects().length > 0; });
          svg.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
          const tip = figure.querySelector(".tip.on");
          return seen.length > 0 && seen.every(function (line) { return line.getTotalLength() > 9; })
              && tip !== null && tip.textContent.startsWith("epoch ");
        });
        document.title = drawn.length + " of " + figures.length + " charts are drawn, "
            + (document.documentElement.scrollWidth > innerWidth ? "too wide" : "wide enough");
      });
      </script></body>""";

  @TempDir private Path folder;

  @Test
  void everyChartIsDrawnAndTheConsoleStaysEmpty() throws Exception {
    Optional<String> browser = browser();
    assumeThat(browser).as("a Chromium").isPresent();
    Path page = folder.resolve("report.html");
    TrainingResult result = train(page);
    int charts = ReportPage.read(page).ids("figure").size();
    Files.writeString(page, Files.readString(page).replace("</body>", QUESTIONS));

    String dump = seenBy(browser.get(), page);

    assertThat(result.history().size()).isPositive();
    assertThat(charts).isEqualTo(7);
    assertThat(dump).contains("<title>7 of 7 charts are drawn, wide enough</title>");
    assertThat(dump).contains("data-ready=\"yes\"").doesNotContain("CONSOLE");
  }

  /** What the page has become, and before it what the console says. */
  private String seenBy(String browser, Path page) throws IOException, InterruptedException {
    Path seen = folder.resolve("seen.txt");
    Process process =
        new ProcessBuilder(
                browser,
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

  private static TrainingResult train(Path page) {
    return Trainer.create()
        .observeLayersEvery(3)
        .listener(TrainingReport.to(page))
        .train(
            Xor.network(),
            Xor.plan().epochs(20).stopWhen(earlyStopping(validation(loss())).patience(9)),
            Split.of(Xor.data(), Xor.data()));
  }

  private static Optional<String> browser() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
