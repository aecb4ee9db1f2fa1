package dev.lamina.training.data.image;

import dev.lamina.training.data.file.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The images of one class.
 *
 * @param name the name of the class
 * @param images their files, sorted by name
 */
record ClassFolder(String name, List<Path> images) {

  private static final Pattern IMAGE = Pattern.compile(".*\\.(png|jpg|jpeg|bmp)");

  /** The classes in a folder, sorted by name. */
  static List<ClassFolder> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw fault(folder, "cannot be read: there is none.", "give a folder of folders of images.");
    }
    List<ClassFolder> classes = new ArrayList<>();
    for (Path each : sorted(folder, Files::isDirectory)) {
      classes.add(new ClassFolder(name(each), images(each)));
    }
    if (classes.isEmpty()) {
      throw fault(
          folder,
          "must hold one folder of images a class but holds no folder.",
          "put the images of each class into a folder with the name of the class.");
    }
    return List.copyOf(classes);
  }

  private static List<Path> images(Path folder) {
    List<Path> files = sorted(folder, each -> true);
    if (files.isEmpty()) {
      throw fault(
          folder, "must hold the images of a class but is empty.", "add images, or remove it.");
    }
    for (Path file : files) {
      if (!Files.isRegularFile(file) || !isImage(file)) {
        throw fault(
            folder,
            "must hold PNG, JPEG or BMP files only but holds `" + name(file) + "`.",
            "convert it, or remove it.");
      }
    }
    return files;
  }

  private static List<Path> sorted(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(each -> !name(each).startsWith(".")).filter(wanted).sorted().toList();
    } catch (IOException exception) {
      throw DataFileException.of(
          where(folder),
          "cannot be read: " + exception + ".",
          "give a folder that this user may read.",
          exception);
    }
  }

  private static boolean isImage(Path file) {
    return IMAGE.matcher(name(file).toLowerCase(Locale.ROOT)).matches();
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static DataFileException fault(Path folder, String finding, String fix) {
    return DataFileException.of(where(folder), finding, fix);
  }

  private static String where(Path folder) {
    return "Image folder `" + folder + "`";
  }
}
