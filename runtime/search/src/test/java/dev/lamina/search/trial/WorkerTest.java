package dev.lamina.search.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkerTest {

  /** A process that is alive there would be taken for one that has ended here. */
  @Test
  void machinesOfTheSameNameAreToldApart() throws IOException {
    Path start = Path.of("/proc/sys/kernel/random/boot_id");
    assumeThat(start).as("what Linux calls a machine since it started").exists();

    assertThat(Worker.here().host()).contains(Files.readString(start).strip());
  }
}
