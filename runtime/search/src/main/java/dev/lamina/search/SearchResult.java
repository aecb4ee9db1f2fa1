package dev.lamina.search;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.Experiment;
import dev.lamina.search.importance.Landscape;
import dev.lamina.search.pareto.Hypervolume;
import dev.lamina.search.pareto.Pareto;
import dev.lamina.search.report.ReportContent;
import dev.lamina.search.report.ReportTrial;
import dev.lamina.search.report.SearchPage;
import dev.lamina.search.table.TrialRow;
import dev.lamina.search.table.TrialTable;
import dev.lamina.search.trial.TrialFingerprint;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.listener.OutputFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a search found. */
public final class SearchResult {

  private final StudySetup setup;
  private final List<Trial> trials;
  private final StopCause stopCause;
  private final Experiments experiments;

  SearchResult(StudySetup setup, List<Trial> trials, StopCause stopCause, Experiments experiments) {
    this.setup = setup;
    this.trials = List.copyOf(trials);
    this.stopCause = stopCause;
    this.experiments = experiments;
  }

  /** The name of the study. */
  public String study() {
    return setup.name();
  }

  /**
   * All trials in the order of their numbers; where the search was cut short, some are not done.
   */
  public List<Trial> trials() {
    return trials;
  }

  /** The trials that are complete. */
  public List<Trial> complete() {
    return trials.stream().filter(each -> each.state() == TrialState.COMPLETE).toList();
  }

  /** Why the search ended. */
  public StopCause stopCause() {
    return stopCause;
  }

  /**
   * A digest of all trials that are done: the same for two searches if they tried the same choices,
   * ended each trial in the same state, and got the same reports and values, bit for bit. Times and
   * workers do not count.
   *
   * @return the SHA-256 in 64 hexadecimal digits
   */
  public String fingerprint() {
    return TrialFingerprint.of(records());
  }

  /**
   * The trial with the best objective, of equals the first; with several objectives, that with the
   * best first one.
   *
   * @throws InvalidDescriptionException if no trial is complete
   */
  public Trial best() {
    return complete().stream()
        .min(Comparator.comparingDouble(each -> loss(each, 0)))
        .orElseThrow(
            () ->
                new InvalidDescriptionException(
                    "`best()`",
                    List.of(
                        new Problem(
                            "Search `" + setup.name() + "`",
                            "has no trial that is complete among its " + trials.size() + ".",
                            "look at `trials()` for what went wrong."))));
  }

  /**
   * The Pareto front: the trials that no other one beats in one objective without being worse in
   * another, in the order of their numbers.
   */
  public List<Trial> front() {
    List<Trial> complete = complete();
    return Pareto.front(complete.stream().map(this::losses).toList()).stream()
        .map(complete::get)
        .toList();
  }

  /**
   * How good the compromises are together: the volume of all that the front beats, up to a
   * reference. Trials that do not beat the reference in each objective add nothing.
   *
   * @param reference a value for each objective, in their order, which all good compromises beat
   * @throws InvalidDescriptionException if there are more or fewer objectives, or if the reference
   *     is not finite
   */
  public double hypervolume(double... reference) {
    new Requirement(new Code("hypervolume(reference)")).present("reference", reference);
    Requirement.of("hypervolume", Arrays.stream(reference).boxed().toArray())
        .that(
            reference.length == setup.goals().size(),
            "reference",
            "one value for each of " + setup.goals().size() + " objectives",
            reference.length,
            "give the values in the order of the objectives");
    double[] losses = new double[reference.length];
    Arrays.setAll(losses, each -> setup.loss(each, reference[each]));
    return Hypervolume.of(complete().stream().map(this::losses).toList(), losses);
  }

  /**
   * The network and the plan of a trial, with the seed that it had.
   *
   * @throws InvalidDescriptionException if the search was of a function
   */
  public Experiment experiment(Trial trial) {
    Requirement.of("experiment", trial).present("trial", trial);
    return experiments.of(trial, trial.seed());
  }

  /**
   * Trains the network of a trial once more, to the same weights, bit for bit.
   *
   * @throws InvalidDescriptionException if the search was of a function
   */
  public TrainingResult train(Trial trial) {
    Requirement.of("train", trial).present("trial", trial);
    return experiments.train(trial, trial.seed());
  }

  /**
   * How much of the variance of the first objective each parameter explains alone, by name, as
   * shares that sum up to 1, the largest first.
   *
   * <p>Trials that are not complete do not count. The same trials give the same shares.
   *
   * @throws InvalidDescriptionException if fewer than four trials are complete, or if all of them
   *     have the same value
   */
  public Map<String, Double> importance() {
    return importance(0);
  }

  /**
   * The same of another objective.
   *
   * @param objective which, counted from 0
   * @throws InvalidDescriptionException also if there is no such objective
   */
  public Map<String, Double> importance(int objective) {
    int objectives = setup.goals().size();
    Requirement.of("importance", objective)
        .that(
            objective >= 0 && objective < objectives,
            "objective",
            "at least 0 and less than " + objectives,
            objective,
            "count the objectives of the search from 0");
    return Landscape.of(setup.space(), setup.observed(records()), objective)
        .map(Landscape::shares)
        .orElseThrow(this::unexplained);
  }

  private InvalidDescriptionException unexplained() {
    boolean areFew = complete().size() < Landscape.FEWEST;
    Problem problem =
        new Problem(
            "Search `" + setup.name() + "`",
            areFew
                ? "needs %d complete trials at least, but has %d."
                    .formatted(Landscape.FEWEST, complete().size())
                : "needs trials of different values, but all of them have the same.",
            areFew ? "do more trials." : "search wider ranges, or for another objective.");
    return new InvalidDescriptionException("`importance()`", List.of(problem));
  }

  /**
   * Writes all trials as a table for other programs, in place of a file that is there.
   *
   * <pre>
   * number,state,outcome,value,params_width,params_rate,seconds,epochs,seed
   * 0,COMPLETE,COMPLETE,0.9473,64,0.0031,1.204,30,-4962768465676381896
   * </pre>
   *
   * <p>With several objectives there is a column for each, such as {@code values_val_loss}. What a
   * trial has not is an empty cell, such as a parameter that it did not read. Numbers are written
   * in full.
   *
   * @throws dev.lamina.training.listener.OutputFileException if it cannot be written
   */
  public void saveCsv(Path file) {
    Requirement.of("saveCsv", file).present("file", file);
    OutputFile.save(file, table().csv());
  }

  /**
   * Writes all trials as JSON, in place of a file that is there: what the table of {@link #saveCsv}
   * has, and what was reported by step.
   *
   * @throws dev.lamina.training.listener.OutputFileException if it cannot be written
   */
  public void saveJson(Path file) {
    Requirement.of("saveJson", file).present("file", file);
    OutputFile.save(file, table().json());
  }

  /**
   * Writes a report as one page of HTML that needs no network, in place of a file that is there:
   * the values of all trials and the best so far, what each parameter explains, all choices, the
   * surface over the two parameters that explain most, what was reported by step, when trials ran,
   * the Pareto front where there are several objectives, all trials as a table, and what it takes
   * to get the same ones again.
   *
   * @throws dev.lamina.training.listener.OutputFileException if it cannot be written
   */
  public void report(Path file) {
    Requirement.of("report", file).present("file", file);
    OutputFile.save(file, new SearchPage(content()).html());
  }

  private ReportContent content() {
    List<Trial> best =
        setup.goals().size() > 1 ? front() : complete().isEmpty() ? List.of() : List.of(best());
    return new ReportContent(
        setup.record(),
        objectives(),
        trials.stream().map(each -> new ReportTrial(each.record(), each.printed())).toList(),
        best.stream().map(Trial::number).collect(Collectors.toSet()),
        stopCause.sentence(),
        setup.plan().toString(),
        Landscape.of(setup.space(), setup.observed(records()), 0));
  }

  private List<TrialRecord> records() {
    return trials.stream().map(Trial::record).toList();
  }

  private TrialTable table() {
    List<TrialRow> rows =
        trials.stream().map(each -> new TrialRow(each.record(), each.seed())).toList();
    return new TrialTable(setup.name(), setup.plan().params(), objectives(), rows);
  }

  /** What the values are of: functions have no names for theirs. */
  private List<String> objectives() {
    if (experiments.data().isPresent()) {
      return setup.plan().objectives().stream().map(Monitor::name).toList();
    }
    int count = setup.goals().size();
    return count == 1
        ? List.of("value")
        : IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  private double[] losses(Trial trial) {
    return IntStream.range(0, trial.values().size())
        .mapToDouble(each -> loss(trial, each))
        .toArray();
  }

  private double loss(Trial trial, int objective) {
    return setup.loss(objective, trial.values().get(objective));
  }
}
