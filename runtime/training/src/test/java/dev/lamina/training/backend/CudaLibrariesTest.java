package dev.lamina.training.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaLibrariesTest {

  @TempDir private Path folder;

  @Test
  void whatIsNowhereIsMissing() {
    CudaLibraries none = new CudaLibraries("linux-x86_64", List.of(), "");

    assertThat(none.missing(false))
        .containsExactly(
            "libcudart.so.11.0", "libcublas.so.11", "libcublasLt.so.11", "libcusolver.so.11");
    assertThat(none.missing(true)).hasSize(5).contains("libcudnn.so.8");
  }

  @Test
  void whatIsInAFolderOrInTheCacheOfTheLinkerIsThere() throws IOException {
    Files.createFile(folder.resolve("libcudart.so.11.0"));
    Files.createFile(folder.resolve("libcusolver.so.11"));
    String cached =
        """
        2 libs found in cache
        \tlibcublas.so.11 (libc6,x86-64) => /lib/x86_64-linux-gnu/libcublas.so.11
        \tlibcublasLt.so.11 (libc6,x86-64) => /lib/x86_64-linux-gnu/libcublasLt.so.11
        """;

    CudaLibraries libraries = new CudaLibraries("linux-x86_64", List.of(folder), cached);

    assertThat(libraries.missing(false)).isEmpty();
    assertThat(libraries.missing(true)).containsExactly("libcudnn.so.8");
  }

  @Test
  void laterVersionsAreOtherLibraries() throws IOException {
    Files.createFile(folder.resolve("libcublas.so.12"));
    String cached = "\tlibcublas.so.110 (libc6,x86-64) => /lib/libcublas.so.110\n";

    CudaLibraries libraries = new CudaLibraries("linux-x86_64", List.of(folder), cached);

    assertThat(libraries.missing(false)).contains("libcublas.so.11");
  }

  @Test
  void windowsHasOtherNames() throws IOException {
    Files.createFile(folder.resolve("cublas64_11.dll"));

    CudaLibraries libraries = new CudaLibraries("windows-x86_64", List.of(folder), "");

    assertThat(libraries.missing(true))
        .containsExactly(
            "cudart64_110.dll", "cublasLt64_11.dll", "cusolver64_11.dll", "cudnn64_8.dll");
  }
}
