package dev.lamina.training.backend;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    String platform = Loader.Detector.getPlatform();
    String searched = System.getenv().getOrDefault(CudaPlatform.of(platform).folders(), "");
    List<Path> folders = new ArrayList<>();
    Stream.concat(Stream.of(searched.split(File.pathSeparator)), USUAL.stream())
        .filter(folder -> !folder.isBlank() && new File(folder).isDirectory())
        .forEach(folder -> folders.add(Path.of(folder)));
    return new CudaLibraries(platform, folders, Command.of("ldconfig", "-p").textOrNothing());
  }

  /** The files of those that are needed and are nowhere. */
  List<String> missing(boolean withCudnn) {
    CudaPlatform on = CudaPlatform.of(platform);
    Stream<String> cudnn = withCudnn ? Stream.of(on.cudnn()) : Stream.empty();
    return Stream.concat(on.libraries().stream(), cudnn).filter(file -> !isThere(file)).toList();
  }

  private boolean isThere(String file) {
    return CudaLibraries.class.getResource(REDISTRIBUTED + platform + "/" + file) != null
        || folders.stream().anyMatch(folder -> Files.exists(folder.resolve(file)))
        || cached.lines().anyMatch(line -> line.strip().startsWith(file + " "));
  }
}
