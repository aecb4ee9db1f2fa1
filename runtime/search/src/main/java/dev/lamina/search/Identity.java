package dev.lamina.search;

import dev.lamina.dsl.search.Experiment;
import dev.lamina.search.space.Pick;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Fingerprint;
import dev.lamina.training.data.Split;
import java.util.Map;

/** What the trials of a search on networks depend on beside the search itself. */
final class Identity {

  private static final int PROBE = Integer.MAX_VALUE - 2;

  private Identity() {}

  /** The data, and one experiment as it is made now, so that a changed one is noticed. */
  static Map<String, String> of(StudySetup setup, Split data) {
    double[] point =
        new Candidates(setup, new History(setup)).anyAllowed(TrialSeeds.choices(1, PROBE));
    Experiment probe =
        ExperimentObjective.experiment(setup.plan(), new Pick(setup.space(), point), 1);
    return Map.of(
        "objectives", setup.plan().objectives().toString(),
        "experiment", probe.toString(),
        "training data", text(data.training()),
        "validation data", data.validation().map(Identity::text).orElse("none"));
  }

  private static String text(Dataset data) {
    Fingerprint fingerprint = Fingerprint.of(data);
    return fingerprint + ", " + Long.toHexString(fingerprint.hash());
  }
}
