package dev.lamina.training.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.bytedeco.javacpp.Loader;

/**
 * The folder that native code is unpacked into.
 *
 * @param folder where it is; what keeps it from being used where {@code free} is not there
 * @param free how many bytes are free there
 */
record NativeCache(String folder, OptionalLong free) {

  /** The one here. */
  static NativeCache here() {
    try {
      Path folder = Loader.getCacheDir().toPath();
      return new NativeCache(
          folder.toString(), OptionalLong.of(Files.getFileStore(folder).getUsableSpace()));
    } catch (IOException none) { // which is what is to be found out
      return new NativeCache(String.valueOf(none.getMessage()), OptionalLong.empty());
    }
  }
}
