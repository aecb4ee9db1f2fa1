package dev.lamina.training.doctor;

import static java.util.stream.Collectors.joining;

import dev.lamina.training.backend.BackendKind;
import dev.lamina.training.backend.CpuCode;
import java.util.List;

/**
 * What is to be said of the backend.
 *
 * @param facts what there is
 */
record BackendDiagnosis(BackendFacts facts) {

  private static final String FIX = " Fix: ";
  private static final int AVX2 = 2;
  private static final int AVX512 = 3;

  /** What the processor can do. */
  Finding processor() {
    boolean hasAvx = cpu().platform().endsWith("x86_64");
    String text =
        switch (cpu().avx()) {
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
    if (!cpu().isThere()) {
      return Finding.toDo(
          topic,
          "ND4J's backend for the CPU is not on the class path.",
          "add %s, and again with the classifier `%s`.".formatted(jar, cpu().platform()));
    }
    if (cpu().classifiers().isEmpty()) {
      return Finding.toDo(
          topic,
          "there is none for `" + cpu().platform() + "` on the class path.",
          "add %s with the classifier `%s`; on a platform that has none, predict with"
                  .formatted(jar, cpu().platform())
              + " `lamina-inference` alone.");
    }
    return nativeCodeFound(topic, jar);
  }

  private Finding nativeCodeFound(String topic, String jar) {
    String text = quoted(cpu().classifiers()) + " on the class path.";
    if (!cpu().missing().isEmpty()) {
      return Finding.toDo(
          topic,
          text + " What it needs is missing: " + quoted(cpu().missing()) + ".",
          "add `org.bytedeco:openblas:0.3.19-1.5.7` and `org.bytedeco:javacpp:1.5.7`, both with the"
              + " classifier `%s`.".formatted(cpu().platform()));
    }
    boolean slow = cpu().avx() >= AVX2 && cpu().classifiers().equals(List.of(cpu().platform()));
    return slow
        ? Finding.toDo(
            topic,
            text,
            "add %s with the classifier `%s-avx2` too: it is up to twice as fast, and runs where"
                    .formatted(jar, cpu().platform())
                + " the processor can.")
        : Finding.fine(topic, text);
  }

  /** What was loaded, and why. */
  Finding backend() {
    if (facts.loaded().isEmpty()) {
      return none(facts.failure().orElse("unknown"));
    }
    BackendFacts.Loaded loaded = facts.loaded().get();
    return Finding.fine(
        "Backend",
        "%s, %s; `%s`%s with %s%s."
            .formatted(
                loaded.choice().kind(),
                loaded.choice().reason(),
                loaded.platform(),
                loaded.choice().kind() == BackendKind.CPU && cpu().classifiers().size() > 1
                    ? ", the first of these that this processor runs,"
                    : "",
                loaded.blas(),
                loaded.folder().map(folder -> ", from " + folder).orElse("")));
  }

  /** Lamina's own refusals say what to do. */
  private Finding none(String failure) {
    String said = failure.lines().map(String::strip).collect(joining(" "));
    int fix = said.indexOf(FIX);
    if (fix >= 0) {
      return Finding.toDo("Backend", said.substring(0, fix), said.substring(fix + FIX.length()));
    }
    return Finding.toDo(
        "Backend",
        "none that runs: " + said + ".",
        nativeCode().fix().isPresent()
            ? "do what the line on native code says."
            : "see whether the folder of native code, below, can be written and programs may be"
                + " run from it.");
  }

  private CpuCode cpu() {
    return facts.cpu();
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(joining(", "));
  }
}
