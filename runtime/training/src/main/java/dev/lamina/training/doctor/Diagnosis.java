package dev.lamina.training.doctor;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns what a machine is like into findings; the same machine gives the same text.
 *
 * @param machine the machine
 */
record Diagnosis(Machine machine) {

  private static final int OLDEST_JDK = 17;
  private static final int JDK_THAT_WARNS = 24;
  private static final long ROOM_TO_UNPACK = 500_000_000;
  private static final double ROUNDING = 1e-12;

  /** By default, Java and JavaCPP take a little more than all memory for granted. */
  private static final double SLACK = 1.05;

  /** What is to be said of a machine. */
  static Examination of(Machine machine) {
    Diagnosis all = new Diagnosis(machine);
    BackendDiagnosis backend = new BackendDiagnosis(machine.backend());
    return new Examination(
        Stream.concat(
                Stream.of(
                    all.java(),
                    all.system(),
                    backend.processor(),
                    backend.nativeCode(),
                    new CardDiagnosis(machine.backend().cuda()).finding(),
                    backend.backend(),
                    all.threads(),
                    all.memory(),
                    all.disk()),
                all.trials())
            .toList());
  }

  private Finding java() {
    Jvm jvm = machine.jvm();
    if (jvm.feature() >= JDK_THAT_WARNS && !jvm.nativeAccess()) {
      return Finding.toDo(
          "Java",
          jvm.name() + ", which warns of native code.",
          "start it with `--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow`"
              + " to silence it.");
    }
    return jvm.feature() < OLDEST_JDK
        ? Finding.toDo("Java", jvm.name() + ", which is too old.", "use JDK 17 or a later one.")
        : Finding.fine("Java", jvm.name() + ".");
  }

  private Finding system() {
    String text =
        machine.host().system() + ", " + counted(machine.host().processors(), "processor") + ".";
    return Finding.fine("System", text);
  }

  private Finding threads() {
    int processors = machine.host().processors();
    Map<String, String> variables = machine.host().threadVariables();
    String set =
        variables.isEmpty()
            ? "OMP_NUM_THREADS is not set"
            : variables.entrySet().stream()
                .map(each -> each.getKey() + " is " + each.getValue())
                .collect(Collectors.joining(", "));
    if (machine.backend().loaded().isEmpty()) {
      return Finding.fine("Threads", set + ".");
    }
    int threads = machine.backend().loaded().get().threads();
    String text =
        "products of large matrices are shared by %s (%s)."
            .formatted(counted(threads, "thread"), set);
    return threads > processors
        ? Finding.toDo(
            "Threads",
            text,
            "set OMP_NUM_THREADS to %d at most, or train with `Trainer.create().threads(%d)`: more"
                    .formatted(processors, processors)
                + " threads than processors wait for each other.")
        : Finding.fine("Threads", text);
  }

  private Finding memory() {
    OptionalLong there = machine.host().memory();
    long limit = machine.backend().loaded().map(loaded -> loaded.physicalBytes()).orElse(0L);
    String text =
        "the heap may have %s%s%s."
            .formatted(
                bytes(machine.jvm().heap()),
                limit > 0 ? ", the process in all " + bytes(limit) : "",
                there.isPresent() ? " of the " + bytes(there.getAsLong()) + " here" : "");
    double most = Math.max(limit, machine.jvm().heap());
    boolean beyond = there.isPresent() && most > SLACK * there.getAsLong();
    return beyond
        ? Finding.toDo(
            "Memory",
            text,
            "start Java with a smaller `-Xmx`, and with"
                + " `-Dorg.bytedeco.javacpp.maxPhysicalBytes=%d`, or the system ends the process where"
                    .formatted(there.getAsLong() / 10 * 9)
                + " an exception would have told you.")
        : Finding.fine("Memory", text);
  }

  private Finding disk() {
    NativeCache cache = machine.cache();
    String move = "give another folder by `-Dorg.bytedeco.javacpp.cachedir=FOLDER`.";
    if (cache.free().isEmpty()) {
      return Finding.toDo("Disk", "native code cannot be unpacked: " + cache.folder() + ".", move);
    }
    long free = cache.free().getAsLong();
    String text = "native code is unpacked into %s, where %s are free.";
    boolean needed = machine.backend().loaded().isEmpty();
    return needed && free < ROOM_TO_UNPACK
        ? Finding.toDo(
            "Disk", text.formatted(cache.folder(), bytes(free)), "make room for 500 MB, or " + move)
        : Finding.fine("Disk", text.formatted(cache.folder(), bytes(free)));
  }

  private Stream<Finding> trials() {
    return machine.trials().isEmpty()
        ? Stream.of(
            Finding.toDo(
                "Trial",
                "nothing was trained, as nothing computes.",
                "mend the backend, and ask again."))
        : machine.trials().entrySet().stream()
            .map(each -> trial(each.getKey() + " trial", each.getValue()));
  }

  private static Finding trial(String topic, Trial trial) {
    if (trial.failure().isPresent()) {
      return Finding.toDo(
          topic,
          "a training failed: " + trial.failure().get().lines().collect(Collectors.joining(" ")),
          "see the lines above, and take what does not run here off the class path.");
    }
    String text =
        String.format(
            Locale.ROOT,
            "weights are %s; a step of 20-64-32-1 takes %.2f ms.",
            trial.difference() == 0
                ? "those of plain Java"
                : String.format(Locale.ROOT, "within %.0e of plain Java's", trial.difference()),
            trial.milliseconds());
    return trial.difference() <= ROUNDING
        ? Finding.fine(topic, text)
        : Finding.toDo(
            topic, text, "do not train here: native code computes wrongly. Report this page.");
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** Such as {@code 1.5 GB}. */
  static String bytes(long bytes) {
    return bytes < 1_000_000_000L
        ? bytes / 1_000_000 + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
