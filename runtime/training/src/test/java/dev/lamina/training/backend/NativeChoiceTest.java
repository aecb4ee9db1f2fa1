package dev.lamina.training.backend;

import static dev.lamina.training.backend.NativeVariant.AVX2;
import static dev.lamina.training.backend.NativeVariant.AVX512;
import static dev.lamina.training.backend.NativeVariant.ONEDNN_AVX2;
import static dev.lamina.training.backend.NativeVariant.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeChoiceTest {

  private static final String EXTENSION = "platform.extension";

  @ParameterizedTest
  @CsvSource({"0, PLAIN", "1, PLAIN", "2, AVX2", "3, AVX512"})
  void theFirstThatTheProcessorRunsIsTaken(int avx, NativeVariant expected) {
    NativeChoice choice = new NativeChoice(List.of(AVX512, AVX2, PLAIN), avx);

    NativeVariant chosen = choice.chosen();

    assertThat(chosen).isEqualTo(expected);
  }

  @Test
  void javaCppIsToldWhereItWouldTakeWhatTheProcessorCannotRun() {
    List<Object> seen = new ArrayList<>();

    new NativeChoice(List.of(AVX512, AVX2, PLAIN), 2).during(() -> seen.add(extension()));
    new NativeChoice(List.of(AVX2, PLAIN), 1).during(() -> seen.add(extension()));

    assertThat(seen).containsExactly(Optional.of("-avx2"), Optional.of(""));
    assertThat(extension()).isEmpty();
  }

  @Test
  void javaCppIsLeftAloneWhereItTakesTheRightOne() {
    List<Object> seen = new ArrayList<>();

    new NativeChoice(List.of(AVX2, PLAIN), 2).during(() -> seen.add(extension()));
    new NativeChoice(List.of(PLAIN), 0).during(() -> seen.add(extension()));
    new NativeChoice(List.of(), 0).during(() -> seen.add(extension()));

    assertThat(seen).hasSize(3).containsOnly(Optional.empty());
  }

  @Test
  void whatJavaCppWasToldIsTakenBackAlsoIfNothingLoads() {
    NativeChoice choice = new NativeChoice(List.of(AVX2, PLAIN), 0);
    UnsatisfiedLinkError error = new UnsatisfiedLinkError("no such library");

    Throwable thrown =
        catchThrowable(
            () ->
                choice.during(
                    () -> {
                      throw error;
                    }));

    assertThat(thrown).isSameAs(error);
    assertThat(extension()).isEmpty();
  }

  @Test
  void nothingIsLoadedOnAProcessorThatRunsNothingOfIt() {
    NativeChoice choice = new NativeChoice(List.of(AVX2, ONEDNN_AVX2), 1);
    List<Object> seen = new ArrayList<>();

    Throwable thrown = catchThrowable(() -> choice.during(() -> seen.add(extension())));

    String platform = PLAIN.classifier();
    assertThat(seen).isEmpty();
    assertThat(thrown)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            No ND4J backend runs here.
              Expected native code for every processor of this platform, but the class path has only \
            `%1$s-avx2` and `%1$s-onednn-avx2`, which needs a newer processor.
              Fix: add `nd4j-native` with the classifier `%1$s` to the dependencies."""
                .formatted(platform));
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void theFasterCodeRunsHereIfTheProcessorHasAvx2() throws IOException {
    boolean hasAvx2 = Files.readString(Path.of("/proc/cpuinfo")).contains(" avx2 ");

    String platform = Backend.platform();

    assertThat(platform).isEqualTo(hasAvx2 ? "linux-x86_64-avx2" : "linux-x86_64");
  }

  private static Optional<Object> extension() {
    return Optional.ofNullable(Loader.loadProperties().get(EXTENSION));
  }
}
