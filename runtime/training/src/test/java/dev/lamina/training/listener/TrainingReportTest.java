package dev.lamina.training.listener;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener.LayersObserved;
import dev.lamina.training.TrainingListener.Start;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.engine.LayerFigures;
import dev.lamina.training.history.Epoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class TrainingReportTest {

  private static final long SECOND = 1_000_000_000;
  private static final Network NETWORK =
      sequential(input(2), dense(4).relu(), dense(3).tanh(), dense(3).softmax())
          .named("<b>\"R&D\"");
  private static final TrainingPlan PLAN =
      training(sparseCategoricalCrossEntropy(), sgd(0.1))
          .epochs(4)
          .batchSize(2)
          .seed(42)
          .measure(accuracy());
  private static final Split DATA =
      Split.of(
          Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 2}),
          Dataset.of(new double[][] {{0, 0}, {1, 1}, {1, 1}}, new int[] {0, 2, 2})
              .labels("none", "<one>", "both"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("report.html");
  }

  @Test
  void everyPartIsThere() throws IOException {
    TrainingResult result = trained();

    ReportPage page = ReportPage.read(file);

    assertThat(page.ids("figure"))
        .containsExactly(
            "metric-0",
            "metric-1",
            "learning-rate",
            "gradient-norm",
            "update-ratio",
            "dead-share",
            "saturated-share");
    assertThat(page.byId("summary").getTextContent())
        .isEqualTo(result.model().network().summary().replace(System.lineSeparator(), "\n"));
    assertThat(page.byId("plan").getTextContent())
        .isEqualTo(
            "training(sparseCategoricalCrossEntropy(), sgd(0.1))\n    .epochs(4)\n    .batchSize(2)"
                + "\n    .seed(42)\n    .measure(accuracy())");
    assertThat(page.byId("explanation").getTextContent()).contains("set by");
    assertThat(page.byId("provenance").getTextContent())
        .contains("4 samples to learn from, 3 to validate on")
        .contains("seed42")
        .contains("Java" + System.getProperty("java.version"))
        .contains("All 4 epochs of the plan are done.");
    assertThat(page.byId("values").getElementsByTagName("tr").getLength()).isEqualTo(5);
  }

  @Test
  void theCurvesHoldWhatTheHistoryHolds() throws IOException {
    TrainingResult result = trained();

    List<String> read = ReportPage.read(file).values("metric-0", 0);

    double[] losses = result.history().values(training(loss()));
    assertThat(read).hasSize(4);
    for (int epoch = 0; epoch < 4; epoch++) {
      assertThat(Double.parseDouble(read.get(epoch)))
          .isCloseTo(losses[epoch], withinPercentage(0.05));
    }
  }

  @Test
  void classesAreCountedAgainstThosePredicted() throws IOException {
    TrainingResult result = trained();

    Element counts = ReportPage.read(file).byId("counts");

    String confusion =
        result
            .model()
            .report(DATA.validation().orElseThrow())
            .classification()
            .confusion()
            .toString();
    assertThat(counts.getTextContent()).contains("none", "<one>", "both");
    assertThat(counts.getElementsByTagName("td").getLength()).isEqualTo(9);
    assertThat(confusion).contains("both");
  }

  @Test
  void nothingIsAskedOfTheNetwork() throws IOException {
    TrainingResult result = trained();

    String page = Files.readString(file);

    assertThat(result.history().size()).isEqualTo(4);
    assertThat(page).doesNotContain("http:", "https:", "src=", "href=", "url(", "@import");
    assertThat(page).contains("content=\"default-src 'none'; ");
  }

  @Test
  void namesCannotBecomeTags() throws IOException {
    TrainingResult result = trained();

    String page = Files.readString(file);

    assertThat(result.model().network()).isEqualTo(NETWORK);
    assertThat(page)
        .doesNotContain("<b>", "<one>")
        .contains("<h1>&lt;b&gt;&quot;R&amp;D&quot;</h1>");
  }

  @Test
  void aReportIsMadeAfterwardsToo() throws IOException {
    TrainingResult result = trained();

    TrainingReport.of(result).validation(DATA.validation().orElseThrow()).save(file);

    ReportPage page = ReportPage.read(file);
    assertThat(page.ids("figure")).containsExactly("metric-0", "metric-1", "learning-rate");
    assertThat(page.byId("counts").getElementsByTagName("td").getLength()).isEqualTo(9);
    assertThat(TrainingReport.of(result).html()).doesNotContain("id=\"counts\"");
  }

  @Test
  void numbersHaveNoConfusionMatrix() throws IOException {
    Dataset line = Dataset.of(new double[][] {{0}, {1}}, new double[] {1, 3});
    TrainingPlan plan = training(meanSquaredError(), sgd()).epochs(2);

    TrainingResult result =
        Trainer.create()
            .listener(TrainingReport.to(file))
            .train(sequential(input(1), dense(1)), plan, Split.of(line, line));

    assertThat(result.history().size()).isEqualTo(2);
    assertThat(Files.readString(file)).doesNotContain("id=\"counts\"");
  }

  @Test
  void aTrainingThatFailsIsReportedWithItsCause() throws IOException {
    Trainer trainer =
        Trainer.create().listener(TrainingReport.to(file)).onEpochEnd(TrainingReportTest::refuse);

    Throwable caught = catchThrowable(() -> trainer.train(NETWORK, PLAN, DATA));

    assertThat(caught).hasMessageContaining("onEpochEnd");
    ReportPage page = ReportPage.read(file);
    assertThat(page.text("header")).contains("failed").contains("not <\ufffd> this one");
    assertThat(page.ids("figure")).contains("metric-0");
  }

  @Test
  void thePageIsWrittenAnewEveryTenSecondsAtMost() throws IOException {
    AtomicLong clock = new AtomicLong();
    ReportListener listener = new ReportListener(file, clock::get);
    listener.trainingStarted(new Start(NETWORK, PLAN, DATA, 2));

    listener.epochEnded(epoch(1));
    clock.addAndGet(9 * SECOND);
    listener.epochEnded(epoch(2));
    String early = ReportPage.read(file).text("header");
    clock.addAndGet(SECOND);
    listener.epochEnded(epoch(3));
    String late = ReportPage.read(file).text("header");

    assertThat(early).contains("1 of at most 4 epochs are done.");
    assertThat(late).contains("3 of at most 4 epochs are done.");
  }

  @Test
  void validationsBetweenEpochsArePointsOfTheCurve() throws IOException {
    TrainingResult result =
        Trainer.create()
            .listener(TrainingReport.to(file))
            .train(NETWORK, PLAN.epochs(2).validateEvery(1), DATA);

    List<String> read = ReportPage.read(file).values("metric-0", 1);

    assertThat(result.history().validations()).hasSize(4);
    assertThat(read).hasSize(4);
    for (int point = 0; point < 4; point++) {
      double loss = result.history().validations().get(point).value(validation(loss()));
      assertThat(Double.parseDouble(read.get(point))).isCloseTo(loss, withinPercentage(0.05));
    }
  }

  /** Both epochs have four mini-batches, which nobody knows before the first is over. */
  @Test
  void anEpochOfAStreamIsTakenToBeAsLongAsTheLongestSoFar() throws IOException {
    ReportListener listener = new ReportListener(file, () -> 0);
    LayerFigures figures =
        new LayerFigures(
            "dense1",
            OptionalDouble.of(2.5),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    listener.trainingStarted(new Start(NETWORK, PLAN, DATA, OptionalInt.empty()));
    listener.layersObserved(new LayersObserved(1, 4, List.of(figures)));
    listener.layersObserved(new LayersObserved(2, 2, List.of(figures)));
    listener.epochEnded(epoch(1));

    assertThat(ReportPage.read(file).moments("gradient-norm", 0)).containsExactly("1", "1.50");
  }

  @Test
  void theBestEpochIsTheOneWhoseWeightsWereRestored() throws IOException {
    TrainingPlan plan = PLAN.stopWhen(earlyStopping(training(loss())).patience(9).minDelta(9));

    TrainingResult result =
        Trainer.create().listener(TrainingReport.to(file)).train(NETWORK, plan, DATA);

    assertThat(result.history().size()).isEqualTo(4);
    assertThat(ReportPage.read(file).text("main"))
        .contains("Measured in epoch 1, whose weights the model has.");
  }

  @Test
  void aFolderThatIsMissingIsRefused() {
    TrainingReport report = TrainingReport.of(trained());

    String message =
        messageOf(OutputFileException.class, () -> report.save(folder.resolve("none/report.html")));

    assertThat(message.replace(folder.toString(), "FOLDER"))
        .isEqualTo(
            """
            File `FOLDER/none/report.html` cannot be written: there is no folder `FOLDER/none`.
            Fix: create it, or choose another.""");
  }

  private TrainingResult trained() {
    return Trainer.create()
        .observeLayersEvery(1)
        .listener(TrainingReport.to(file))
        .train(NETWORK, PLAN, DATA);
  }

  private static void refuse(Epoch epoch) {
    if (epoch.number() == 2) {
      throw new IllegalStateException("not <\u0007> this one");
    }
  }

  private static Epoch epoch(int number) {
    return new Epoch(number, Map.of(training(loss()), 1.0 / number), 0.1, 0.5);
  }
}
