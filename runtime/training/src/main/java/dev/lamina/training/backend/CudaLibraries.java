package dev.lamina.training.backend;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * Where NVIDIA's libraries may be: on the class path, in a folder that is searched, or in the
 * linker's cache.
 *
 * @param platform what JavaCPP calls this system, such as {@code linux-x86_64}
 * @param folders those that are searched, by JavaCPP or the system
 * @param cached what the linker's cache lists, with file names in it; empty where there is none
 */
record CudaLibraries(String platform, List<Path> folders, String cached) {

  private static final String REDISTRIBUTED = "/org/bytedeco/cuda/";

  /** What ND4J's code and JavaCPP's link to, apart from what comes with these. */
  private static final Map<Boolean, List<String>> NEEDED =
      Map.of(
          false,
          List.of("libcudart.so.11.0", "libcublas.so.11", "libcublasLt.so.11", "libcusolver.so.11"),
          true,
          List.of("cudart64_110.dll", "cublas64_11.dll", "cublasLt64_11.dll", "cusolver64_11.dll"));

  private static final Map<Boolean, String> CUDNN =
      Map.of(false, "libcudnn.so.8", true, "cudnn64_8.dll");

  /** Folders that JavaCPP, the linker or the code itself names. */
  private static final List<String> USUAL =
      List.of(
          "/usr/local/cuda-11.6/lib64",
          "/usr/local/cuda-11.6/targets/x86_64-linux/lib",
          "/usr/lib64",
          "/lib64",
          "/usr/lib",
          "/lib",
          "/usr/lib/x86_64-linux-gnu",
          "/lib/x86_64-linux-gnu",
          "C:/Program Files/NVIDIA GPU Computing Toolkit/CUDA/v11.6/bin");

  /** Those of this process. */
  static CudaLibraries here() {
    String variable = isWindows(Loader.Detector.getPlatform()) ? "PATH" : "LD_LIBRARY_PATH";
    String searched = System.getenv().getOrDefault(variable, "");
    List<Path> folders = new ArrayList<>();
    Stream.concat(Stream.of(searched.split(File.pathSeparator)), USUAL.stream())
        .filter(folder -> !folder.isBlank() && new File(folder).isDirectory())
        .forEach(folder -> folders.add(Path.of(folder)));
    return new CudaLibraries(
        Loader.Detector.getPlatform(), folders, Command.of("ldconfig", "-p").textOrNothing());
  }

  /** The files of those that are needed and are nowhere. */
  List<String> missing(boolean withCudnn) {
    Stream<String> needed = NEEDED.get(isWindows(platform)).stream();
    return (withCudnn ? Stream.concat(needed, Stream.of(CUDNN.get(isWindows(platform)))) : needed)
        .filter(file -> !isThere(file))
        .toList();
  }

  private boolean isThere(String file) {
    return CudaLibraries.class.getResource(REDISTRIBUTED + platform + "/" + file) != null
        || folders.stream().anyMatch(folder -> Files.exists(folder.resolve(file)))
        || cached.lines().anyMatch(line -> line.strip().startsWith(file + " "));
  }

  private static boolean isWindows(String platform) {
    return platform.startsWith("windows");
  }
}
