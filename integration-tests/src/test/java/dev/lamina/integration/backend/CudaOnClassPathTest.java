package dev.lamina.integration.backend;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.Trainer;
import dev.lamina.training.backend.Backend;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.doctor.Doctor;
import dev.lamina.training.history.History;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** ND4J's own backend for CUDA, where it would be taken and fail. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@DisabledIfSystemProperty(named = "lamina.backend", matches = "cuda")
class CudaOnClassPathTest {

  private static final String NO_CARD = "";
  private static final String HOPPER =
      "NVIDIA H200, GPU-8932f937-d72c-4106-c12f-20bd9faed9f6, 580.159.03, 143771 MiB, 9.0";
  private static final String ADA =
      "NVIDIA L4, GPU-20bd9fae-d72c-4106-c12f-8932f937d9f6, 550.54.14, 23034 MiB, 8.9";
  private static final String ASKED = "-Dlamina.backend=cuda";

  @TempDir private Path folder;

  @Test
  void withoutACardTheCpuTrainsAndOneLineSaysWhy() throws IOException, InterruptedException {
    SimulatedMachine.Run run = SimulatedMachine.with(folder, NO_CARD).run(Train.class);

    assertThat(run.code()).as(run.errors().toString()).isZero();
    assertThat(run.output()).hasSize(2).last().asString().startsWith("CPU, as CUDA cannot: ");
    assertThat(run.errors())
        .singleElement()
        .asString()
        .endsWith(
            "The CPU computes, as CUDA cannot: there is no NVIDIA driver."
                + " `-Dlamina.backend=cpu` silences this.");
  }

  @Test
  void onAHopperMachineTheCpuTrainsAndTheLineNamesTheCardAndTheRange()
      throws IOException, InterruptedException {
    SimulatedMachine machine = SimulatedMachine.with(folder, HOPPER).withLibraries();

    SimulatedMachine.Run run = machine.run(Train.class);

    assertThat(run.output()).hasSize(2).first().asString().startsWith("learned");
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("NVIDIA H200 has compute capability 9.0")
        .contains("CUDA 11.6 code runs on 3.7 to 8.9 only");
  }

  @Test
  void whoeverAsksForTheCpuHearsNothing() throws IOException, InterruptedException {
    SimulatedMachine machine = SimulatedMachine.with(folder, HOPPER).withLibraries();

    SimulatedMachine.Run run = machine.run(Train.class, "-Dlamina.backend=cpu");

    assertThat(run.errors()).isEmpty();
    assertThat(run.output()).contains("CPU, as `-Dlamina.backend=cpu` asks for it");
  }

  @Test
  void whoeverAsksForCudaWithoutACardIsRefusedBeforeNativeCode()
      throws IOException, InterruptedException {
    SimulatedMachine.Run run = SimulatedMachine.with(folder, NO_CARD).run(Train.class, ASKED);

    assertThat(run.errors()).isEmpty();
    assertThat(run.output())
        .containsExactly(
            "CUDA cannot compute here.",
            "  Expected what ND4J's CUDA 11.6 code runs on, since `-Dlamina.backend=cuda` asks for"
                + " it, but there is no NVIDIA driver.",
            "  Fix: install one where there is a card; or ask for nothing: then CUDA computes where"
                + " it can.");
  }

  @Test
  void aCardWithoutNvidiasLibrariesDoesNotCompute() throws IOException, InterruptedException {
    SimulatedMachine.Run run = SimulatedMachine.with(folder, ADA).run(Train.class);

    assertThat(run.output()).first().asString().startsWith("learned");
    assertThat(run.errors()).singleElement().asString().contains("`libcublas.so.11`");
  }

  /** All looks right, but the libraries are empty files. */
  @Test
  void codeThatDoesNotLoadSaysHowToGoOnWithTheCpu() throws IOException, InterruptedException {
    SimulatedMachine machine = SimulatedMachine.with(folder, ADA).withLibraries();

    SimulatedMachine.Run run = machine.run(Train.class);

    assertThat(run.output()).hasSize(3);
    assertThat(run.output().get(0)).isEqualTo("CUDA does not run here.");
    assertThat(run.output().get(1))
        .startsWith(
            "  Expected ND4J's CUDA 11.6 code to load, as there is NVIDIA L4 (compute capability"
                + " 8.9), but it failed: ");
    assertThat(run.output().get(2)).startsWith("  Fix: start again with `-Dlamina.backend=cpu`");
  }

  @Test
  void theDoctorSaysWhatToDoAboutACardThatCannotCompute() throws IOException, InterruptedException {
    SimulatedMachine machine = SimulatedMachine.with(folder, HOPPER).withLibraries();

    SimulatedMachine.Run run = machine.run(Examine.class);

    assertThat(run.output())
        .anyMatch(line -> line.startsWith("  CUDA        NVIDIA H200, 143771 MiB, driver 580"))
        .anyMatch(line -> line.contains("Fix: let the CPU compute, by `-Dlamina.backend=cpu`"))
        .anyMatch(line -> line.startsWith("  CPU trial   weights are "))
        .noneMatch(line -> line.startsWith("  CUDA trial"));
  }

  /** What the first children run. */
  static final class Train {

    private static final double[][] POINTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

    private Train() {}

    public static void main(String[] arguments) {
      try {
        History history =
            Trainer.create()
                .train(
                    sequential(input(2), dense(8).tanh(), dense(1).sigmoid()),
                    training(binaryCrossEntropy(), adam(0.05)).epochs(20).batchSize(4).seed(3),
                    Dataset.of(POINTS, new double[] {0, 1, 1, 0}))
                .history();
        System.out.println("learned " + history.epochs().size());
        System.out.println(Backend.choose().kind() + ", " + Backend.choose().reason());
      } catch (IllegalStateException refused) {
        System.out.println(refused.getMessage());
      }
    }
  }

  /** What the last one runs. */
  static final class Examine {

    private Examine() {}

    public static void main(String[] arguments) {
      System.out.println(Doctor.examine());
    }
  }
}
