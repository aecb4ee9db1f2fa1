package dev.lamina.training.listener;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.listener.report.Page;
import dev.lamina.training.listener.report.ReportContent;
import dev.lamina.training.listener.report.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A training as one page of HTML that needs no network: curves of loss, metrics and learning rate
 * that can be read by pointer and keys, what was seen of the layers, the confusion matrix of the
 * validation data, the summary and every setting, and what it takes to get the same weights again.
 *
 * <pre>{@code
 * Trainer trainer = Trainer.create()
 *     .observeLayersEvery(20)
 *     .listener(TrainingReport.to(Path.of("report.html")));
 * }</pre>
 *
 * <p>The page is light or dark as the reader's system is, fits a phone, and works without scripts.
 * It takes some 120 KB for 34 epochs of 4 layers; curves of many epochs take up to 20 KB each: of
 * more than 600 points, the least and the greatest of each stretch are drawn.
 *
 * @param result what training gave
 * @param validation the data whose classes are compared with those predicted, if there is some
 */
public record TrainingReport(TrainingResult result, Optional<Dataset> validation) {

  /** Checks that both are there. */
  public TrainingReport {
    new Requirement(new Code("TrainingReport.of(result)"))
        .present("result", result)
        .present("validation", validation);
  }

  /**
   * A listener that writes the page to this file, complete each time: after the first epoch, after
   * others where 10 seconds have passed, and at the end, also where training fails.
   *
   * <p>The layers are in it where {@link dev.lamina.training.Trainer#observeLayersEvery} asks for
   * it, and the confusion matrix where there is validation data and the network classifies.
   */
  public static TrainingListener to(Path file) {
    Requirement.of("TrainingReport.to", file).present("file", file);
    return new ReportListener(file, System::nanoTime);
  }

  /** The report of a training that is over: without the layers, which only a listener sees. */
  public static TrainingReport of(TrainingResult result) {
    return new TrainingReport(result, Optional.empty());
  }

  /** The same report with the confusion matrix of this data, if the network classifies. */
  public TrainingReport validation(Dataset data) {
    Requirement.of("validation", data).present("data", data);
    return new TrainingReport(result, Optional.of(data));
  }

  /**
   * The source of the page.
   *
   * @throws InvalidDescriptionException if the validation data does not fit the network
   */
  public String html() {
    ReportContent content =
        new ReportContent(
            result.model().network(),
            result.model().plan(),
            Status.of(result),
            result.history(),
            result.restoredEpoch(),
            List.of(),
            validation.flatMap(data -> Outcome.confusion(result.model(), data)),
            result.model().provenance(),
            Optional.empty(),
            Optional.empty());
    return new Page(content).html();
  }

  /**
   * Writes the page to a file, in place of one that is there.
   *
   * @throws OutputFileException if it cannot be written
   */
  public void save(Path file) {
    Requirement.of("save", file).present("file", file);
    OutputFile.save(file, html());
  }
}
