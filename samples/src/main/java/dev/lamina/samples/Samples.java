package dev.lamina.samples;

import dev.lamina.dsl.problem.NearNames;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Runs the sample that {@code -Dsample=NAME} names, {@code digits} without it. */
public final class Samples {

  private static final String DEFAULT = "digits";
  private static final int UNKNOWN_SAMPLE = 2;
  private static final int TRIALS = 60;
  private static final int FEW_TRIALS = 12;

  private Samples() {}

  /** Runs one sample; takes no arguments. */
  public static void main(String[] arguments) {
    String name = System.getProperty("sample", DEFAULT);
    Sample sample = all().get(name);
    if (sample == null) {
      System.err.printf(
          "There is no sample `%s`: %s%n", name, NearNames.advice(name, all().keySet()));
      System.exit(UNKNOWN_SAMPLE);
    } else {
      sample.run(System.out);
    }
  }

  /** Every sample by its name. */
  static Map<String, Sample> all() {
    Map<String, Sample> samples = new LinkedHashMap<>();
    samples.put(DEFAULT, new Digits());
    samples.put("xor", new Xor());
    samples.put("regularization", new Regularization());
    samples.put("batch-normalization", new BatchNormalization());
    samples.put("early-stopping", new EarlyStopping());
    samples.put("churn", new Churn());
    samples.put("doctor", new Checkup());
    samples.put("tune", new Tune(Integer.getInteger("trials", TRIALS), study()));
    samples.put("tune-resume", new TuneResume(Integer.getInteger("trials", FEW_TRIALS)));
    return samples;
  }

  private static Path study() {
    return Optional.ofNullable(System.getProperty("study"))
        .map(Path::of)
        .orElse(Tune.file("tune.log"));
  }
}
