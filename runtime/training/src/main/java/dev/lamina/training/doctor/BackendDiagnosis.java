package dev.lamina.training.doctor;

import dev.lamina.training.engine.BackendFacts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is to be said of the backend.
 *
 * @param facts what there is
 */
record BackendDiagnosis(BackendFacts facts) {

  private static final int AVX2 = 2;
  private static final int AVX512 = 3;

  /** What the processor can do. */
  Finding processor() {
    boolean hasAvx = facts.platform().endsWith("x86_64");
    String text =
        switch (facts.avx()) {
          case AVX512 -> "has the vector instructions AVX2 and AVX-512.";
          case AVX2 -> "has the vector instructions AVX2.";
          default -> hasAvx ? "has no AVX2, as far as can be seen." : "is no x86-64.";
        };
    return Finding.fine("Processor", text);
  }

  /** What is on the class path. */
  Finding nativeCode() {
    String topic = "Native code";
    String jar = "`org.nd4j:nd4j-native:1.0.0-M2.1`";
    if (!facts.cpuOnClassPath()) {
      return Finding.toDo(
          topic,
          "ND4J's backend for the CPU is not on the class path.",
          "add %s, and again with the classifier `%s`.".formatted(jar, facts.platform()));
    }
    if (facts.classifiers().isEmpty()) {
      return Finding.toDo(
          topic,
          "there is none for `" + facts.platform() + "` on the class path.",
          "add %s with the classifier `%s`; on a platform that has none, predict with"
                  .formatted(jar, facts.platform())
              + " `lamina-inference` alone.");
    }
    return nativeCodeFound(topic, jar);
  }

  private Finding nativeCodeFound(String topic, String jar) {
    String text = quoted(facts.classifiers()) + " on the class path.";
    if (!facts.missing().isEmpty()) {
      return Finding.toDo(
          topic,
          text + " What it needs is missing: " + quoted(facts.missing()) + ".",
          "add `org.bytedeco:openblas:0.3.19-1.5.7` and `org.bytedeco:javacpp:1.5.7`, both with the"
              + " classifier `%s`.".formatted(facts.platform()));
    }
    boolean slow = facts.avx() >= AVX2 && facts.classifiers().equals(List.of(facts.platform()));
    return slow
        ? Finding.toDo(
            topic,
            text,
            "add %s with the classifier `%s-avx2` too: it is up to twice as fast, and runs where"
                    .formatted(jar, facts.platform())
                + " the processor can.")
        : Finding.fine(topic, text);
  }

  /** What was loaded, and why. */
  Finding backend() {
    if (facts.loaded().isEmpty()) {
      String failure = facts.failure().orElse("unknown");
      String said = failure.lines().map(String::strip).collect(Collectors.joining(" "));
      return Finding.toDo(
          "Backend",
          "none that runs: " + said + ".",
          nativeCode().fix().isPresent()
              ? "do what the line above says."
              : "see whether the folder of native code, below, can be written and programs may be"
                  + " run from it.");
    }
    BackendFacts.Loaded loaded = facts.loaded().get();
    String why =
        facts.classifiers().size() < 2
            ? "the only one there is"
            : "the first of these that this processor runs";
    return Finding.fine(
        "Backend",
        "%s with `%s`, %s, and %s%s."
            .formatted(
                loaded.backend(),
                loaded.platform(),
                why,
                loaded.blas(),
                loaded.folder().map(folder -> ", from " + folder).orElse("")));
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
