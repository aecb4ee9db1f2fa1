package dev.lamina.training.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  @Test
  void aMachineWhereAllIsFineSaysSoInEveryLine() {
    Examination examination = Diagnosis.of(Machines.fine());

    assertThat(examination.fixes()).isEmpty();
    assertThat(examination)
        .hasToString(
            """
            Lamina on this machine: all is fine.
              Java        OpenJDK 64-Bit Server VM 17.0.12+7.
              System      Linux 6.1, amd64, 4 processors.
              Processor   has the vector instructions AVX2 and AVX-512.
              Native code `linux-x86_64-avx2`, `linux-x86_64` on the class path.
              CUDA        there is no NVIDIA driver; the CPU computes.
              Backend     CPU, the only one on the class path; `linux-x86_64-avx2`, the first of these \
            that this processor runs, with OPENBLAS, from cache.
              Threads     products of large matrices are shared by 4 threads (OMP_NUM_THREADS is not \
            set).
              Memory      the heap may have 2.0 GB, the process in all 8.0 GB of the 8.0 GB here.
              Disk        native code is unpacked into /cache, where 20.5 GB are free.
              CPU trial   weights are within 2e-16 of plain Java's; a step of 20-64-32-1 takes 0.13 \
            ms.""");
  }

  @Test
  void aMachineWithoutABackendSaysWhatToAddInEveryLineThatNeedsIt() {
    Examination examination = Diagnosis.of(Machines.without(false, List.of(), List.of()));

    assertThat(examination)
        .hasToString(
            """
            Lamina on this machine: 3 things to do.
              Java        OpenJDK 64-Bit Server VM 17.0.12+7.
              System      Linux 6.1, amd64, 4 processors.
              Processor   has the vector instructions AVX2.
              Native code ND4J's backend for the CPU is not on the class path.
                          Fix: add `org.nd4j:nd4j-native:1.0.0-M2.1`, and again with the classifier \
            `linux-x86_64`.
              CUDA        there is no NVIDIA driver; the CPU computes.
              Backend     none that runs: java.lang.UnsatisfiedLinkError: no library.
                          Fix: do what the line on native code says.
              Threads     OMP_NUM_THREADS is not set.
              Memory      the heap may have 2.0 GB of the 8.0 GB here.
              Disk        native code is unpacked into /cache, where 20.5 GB are free.
              Trial       nothing was trained, as nothing computes.
                          Fix: mend the backend, and ask again.""");
  }

  @Test
  void nativeCodeOfAnotherPlatformIsNone() {
    Examination examination = Diagnosis.of(Machines.without(true, List.of(), List.of()));

    assertThat(finding(examination, "Native code"))
        .isEqualTo(
            Finding.toDo(
                "Native code",
                "there is none for `linux-x86_64` on the class path.",
                "add `org.nd4j:nd4j-native:1.0.0-M2.1` with the classifier `linux-x86_64`; on a"
                    + " platform that has none, predict with `lamina-inference` alone."));
  }

  @Test
  void whatNativeCodeNeedsIsNamed() {
    Examination examination =
        Diagnosis.of(Machines.without(true, List.of("linux-x86_64"), List.of("openblas")));

    assertThat(finding(examination, "Native code"))
        .isEqualTo(
            Finding.toDo(
                "Native code",
                "`linux-x86_64` on the class path. What it needs is missing: `openblas`.",
                "add `org.bytedeco:openblas:0.3.19-1.5.7` and `org.bytedeco:javacpp:1.5.7`, both"
                    + " with the classifier `linux-x86_64`."));
  }

  @Test
  void whereAllIsThereAndNothingLoadsTheFolderIsTheNextToLookAt() {
    NativeCache full = new NativeCache("/cache", OptionalLong.of(1_000_000));
    NativeCache none = new NativeCache("Could not create the cache", OptionalLong.empty());

    assertThat(finding(Diagnosis.of(Machines.without(full)), "Backend").fix())
        .contains(
            "see whether the folder of native code, below, can be written and programs may be run"
                + " from it.");
    assertThat(finding(Diagnosis.of(Machines.without(full)), "Disk"))
        .isEqualTo(
            Finding.toDo(
                "Disk",
                "native code is unpacked into /cache, where 1 MB are free.",
                "make room for 500 MB, or give another folder by"
                    + " `-Dorg.bytedeco.javacpp.cachedir=FOLDER`."));
    assertThat(finding(Diagnosis.of(Machines.without(none)), "Disk"))
        .isEqualTo(
            Finding.toDo(
                "Disk",
                "native code cannot be unpacked: Could not create the cache.",
                "give another folder by `-Dorg.bytedeco.javacpp.cachedir=FOLDER`."));
  }

  @Test
  void fasterNativeCodeIsRecommendedWhereTheProcessorRunsIt() {
    Examination fast = Diagnosis.of(Machines.with(List.of("linux-x86_64"), 2));
    Examination slow = Diagnosis.of(Machines.with(List.of("linux-x86_64"), 0));

    assertThat(finding(fast, "Native code").fix())
        .contains(
            "add `org.nd4j:nd4j-native:1.0.0-M2.1` with the classifier `linux-x86_64-avx2` too: it"
                + " is up to twice as fast, and runs where the processor can.");
    assertThat(finding(slow, "Native code").fix()).isEmpty();
    assertThat(finding(slow, "Backend").text())
        .endsWith("; `linux-x86_64` with OPENBLAS, from cache.");
    assertThat(finding(slow, "Processor").text()).isEqualTo("has no AVX2, as far as can be seen.");
  }

  @Test
  void moreThreadsThanProcessorsAreTooMany() {
    Host two = new Host("Linux", 2, Machines.HOST.memory(), Map.of("OMP_NUM_THREADS", "4"));

    Finding threads = finding(Diagnosis.of(Machines.with(two)), "Threads");

    assertThat(threads)
        .isEqualTo(
            Finding.toDo(
                "Threads",
                "products of large matrices are shared by 4 threads (OMP_NUM_THREADS is 4).",
                "set OMP_NUM_THREADS to 2 at most, or train with `Trainer.create().threads(2)`:"
                    + " more threads than processors wait for each other."));
  }

  @Test
  void aContainerSmallerThanWhatJavaMayTakeIsTooSmall() {
    Host small = new Host("Linux", 4, OptionalLong.of(4_000_000_000L), Map.of());
    Host unknown = new Host("Linux", 4, OptionalLong.empty(), Map.of());

    assertThat(finding(Diagnosis.of(Machines.with(small)), "Memory"))
        .isEqualTo(
            Finding.toDo(
                "Memory",
                "the heap may have 2.0 GB, the process in all 8.0 GB of the 4.0 GB here.",
                "start Java with a smaller `-Xmx`, and with"
                    + " `-Dorg.bytedeco.javacpp.maxPhysicalBytes=3600000000`, or the system ends the"
                    + " process where an exception would have told you."));
    assertThat(finding(Diagnosis.of(Machines.with(unknown)), "Memory").fix()).isEmpty();
  }

  @Test
  void laterJavaMachinesNeedAFlagAndEarlierOnesAreTooOld() {
    Jvm late = new Jvm(25, "VM 25", 1_000_000_000, false);
    Jvm flagged = new Jvm(25, "VM 25", 1_000_000_000, true);
    Jvm old = new Jvm(11, "VM 11", 1_000_000_000, false);

    assertThat(finding(Diagnosis.of(Machines.with(late)), "Java"))
        .isEqualTo(
            Finding.toDo(
                "Java",
                "VM 25, which warns of native code.",
                "start it with `--enable-native-access=ALL-UNNAMED"
                    + " --sun-misc-unsafe-memory-access=allow` to silence it."));
    assertThat(finding(Diagnosis.of(Machines.with(flagged)), "Java").fix()).isEmpty();
    assertThat(finding(Diagnosis.of(Machines.with(old)), "Java").fix())
        .contains("use JDK 17 or a later one.");
  }

  @Test
  void weightsThatAreWrongAreNotFine() {
    Trial wrong = new Trial(1e-3, 1, Optional.empty());
    Trial none = new Trial(Double.NaN, 1, Optional.empty());

    Finding trial = finding(Diagnosis.of(Machines.with(wrong)), "CPU trial");

    assertThat(trial.fix())
        .contains("do not train here: native code computes wrongly. Report this page.");
    assertThat(finding(Diagnosis.of(Machines.with(none)), "CPU trial").fix()).isPresent();
  }

  @Test
  void aBackendThatLoadsAndDoesNotRunIsNotFine() {
    Trial failed =
        new Trial(Double.NaN, Double.NaN, Optional.of("java.lang.RuntimeException: no kernel"));

    Finding trial = finding(Diagnosis.of(Machines.with(failed)), "CPU trial");

    assertThat(trial)
        .isEqualTo(
            Finding.toDo(
                "CPU trial",
                "a training failed: java.lang.RuntimeException: no kernel",
                "see the lines above, and take what does not run here off the class path."));
  }

  @Test
  void aBackendThatWasAskedForInVainSaysSoAndWhatToDo() {
    String refusal =
        """
        CUDA cannot compute here.
          Expected what ND4J's CUDA 11.6 code runs on, but there is no NVIDIA driver.
          Fix: install one; or ask for `cpu`.""";

    Finding backend = finding(Diagnosis.of(Machines.without(refusal)), "Backend");

    assertThat(backend)
        .isEqualTo(
            Finding.toDo(
                "Backend",
                "CUDA cannot compute here. Expected what ND4J's CUDA 11.6 code runs on, but there"
                    + " is no NVIDIA driver.",
                "install one; or ask for `cpu`."));
  }

  private static Finding finding(Examination examination, String topic) {
    return examination.findings().stream()
        .filter(each -> each.topic().equals(topic))
        .findFirst()
        .orElseThrow();
  }
}
