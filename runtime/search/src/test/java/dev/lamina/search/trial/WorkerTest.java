package dev.lamina.search.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkerTest {

  /** It ends when it has nothing to read any more, and its parent never asks how. */
  private static final String UNASKED = "exec 3<&0; cat <&3 & echo $!; exec sleep 60";

  /** A process that is alive there would be taken for one that has ended here. */
  @Test
  void machinesOfTheSameNameAreToldApart() throws IOException {
    Path start = Path.of("/proc/sys/kernel/random/boot_id");
    assumeThat(start).as("what Linux calls a machine since it started").exists();

    assertThat(Worker.here().host()).contains(Files.readString(start).strip());
  }

  /** Setting the clock of the day would make a live process look like one that has ended. */
  @Test
  void aProcessIsKnownByAClockThatNobodySets() throws IOException, InterruptedException {
    assumeThat(Path.of("/proc/self/stat")).as("what Linux says of processes").exists();
    Process other = new ProcessBuilder("sleep", "30").start();
    try {
      Worker worker =
          new Worker(Worker.here().host(), other.pid(), Worker.here().started(), "other");

      assertThat(Worker.here().started())
          .isEqualTo(start(state(ProcessHandle.current().pid())))
          .isNotEqualTo(start(state(other.pid())));
      assertThat(isGone(worker)).as("that another process has its number by now").isTrue();
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  @Timeout(30)
  void aProcessThatHasEndedIsGoneThoughItsParentHasNotAsked() throws IOException {
    assumeThat(Path.of("/proc/self/stat")).as("what Linux says of processes").exists();
    Process parent = new ProcessBuilder("sh", "-c", UNASKED).start();
    try (BufferedReader said = parent.inputReader()) {
      long child = Long.parseLong(said.readLine());
      Worker worker = new Worker(Worker.here().host(), child, start(state(child)), "child");
      assertThat(isGone(worker)).isFalse();

      parent.getOutputStream().close();
      while (!state(child).get(0).equals("Z")) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }

      assertThat(isGone(worker)).isTrue();
    } finally {
      parent.destroyForcibly().onExit().join();
    }
  }

  private static boolean isGone(Worker worker) {
    return worker.isGone(Worker.here(), Instant.now(), Instant.now(), Duration.ofMinutes(1));
  }

  private static long start(List<String> state) {
    return Long.parseLong(state.get(19));
  }

  /** What follows the name in brackets. */
  private static List<String> state(long process) throws IOException {
    String line = Files.readString(Path.of("/proc/" + process + "/stat"));
    return List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
  }
}
