package dev.lamina.training.backend;

import java.util.List;

/**
 * What ND4J's code for CUDA is made of and needs on one operating system, as its published files
 * have it: machine code for some compute capabilities, and nothing that a driver could compile for
 * others.
 *
 * @param architectures ten times those compute capabilities
 * @param range the compute capabilities that it runs on, as words
 * @param oldestDriver the first driver that runs programs of any CUDA 11, such as 45080 for 450.80:
 *     NVIDIA, "CUDA Compatibility", section "Minor Version Compatibility"
 * @param libraries the files of NVIDIA that it links to, by itself or through JavaCPP
 * @param cudnn the file that it links to besides if it is made for cuDNN
 * @param folders the environment variable that names folders in which libraries are searched
 */
record CudaPlatform(
    List<Integer> architectures,
    String range,
    int oldestDriver,
    List<String> libraries,
    String cudnn,
    String folders) {

  /** That of what JavaCPP calls a system, such as {@code linux-x86_64}. */
  static CudaPlatform of(String platform) {
    return platform.startsWith("windows") ? windows() : linux();
  }

  private static CudaPlatform linux() {
    return new CudaPlatform(
        List.of(37, 50, 52, 60, 61, 70, 75, 80, 86),
        "3.7 to 8.9",
        450_80,
        List.of("libcudart.so.11.0", "libcublas.so.11", "libcublasLt.so.11", "libcusolver.so.11"),
        "libcudnn.so.8",
        "LD_LIBRARY_PATH");
  }

  private static CudaPlatform windows() {
    return new CudaPlatform(
        List.of(50, 52, 61, 75, 86),
        "5.0 to 5.3, 6.1, 6.2, 7.5 and 8.6 to 8.9",
        452_39,
        List.of("cudart64_110.dll", "cublas64_11.dll", "cublasLt64_11.dll", "cusolver64_11.dll"),
        "cudnn64_8.dll",
        "PATH");
  }

  /** Whether it runs on a card: machine code does on the later cards of its own generation. */
  boolean runsOn(Nvidia.Card card) {
    return architectures.stream()
        .anyMatch(
            built -> built / 10 == card.capability() / 10 && built % 10 <= card.capability() % 10);
  }
}
