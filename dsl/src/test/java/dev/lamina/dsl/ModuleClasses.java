package dev.lamina.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The classes of this module, found where it was built, so that a new one cannot be forgotten. */
final class ModuleClasses {

  private static final String ROOT = Layers.class.getPackageName();

  private ModuleClasses() {}

  /** Where the classes are: a folder or a jar. */
  static Path location() {
    try {
      return Path.of(Layers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  /** The classes of static words that users import, such as {@link Layers}. */
  static List<Class<?>> entryClasses() {
    return all().stream()
        .filter(type -> type.getPackageName().equals(ROOT))
        .filter(type -> Modifier.isFinal(type.getModifiers()))
        .toList();
  }

  /** The types whose members are listed, such as {@code Layer}. */
  static List<Class<?>> closedTypes() {
    return all().stream().filter(Class::isSealed).toList();
  }

  private static List<Class<?>> all() {
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler()
            .getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(location()));
      Iterable<JavaFileObject> found =
          files.list(StandardLocation.CLASS_PATH, ROOT, Set.of(JavaFileObject.Kind.CLASS), true);
      return StreamSupport.stream(found.spliterator(), false)
          .<Class<?>>map(file -> named(files.inferBinaryName(StandardLocation.CLASS_PATH, file)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
