package dev.lamina.integration.embedding;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * One jar of all that is on the class path, as packing tools make it: of files of the same name the
 * first counts, and lists of services are joined.
 */
final class FatJar {

  private static final String SERVICES = "META-INF/services/";

  /** Signatures would no longer be true; each jar has these for itself. */
  private static final String LEFT_OUT =
      "META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA)|INDEX\\.LIST)|(.*/)?module-info\\.class";

  private final JarOutputStream jar;
  private final Set<String> names = new HashSet<>();
  private final Map<String, ByteArrayOutputStream> services = new TreeMap<>();

  private FatJar(JarOutputStream jar) {
    this.jar = jar;
    jar.setLevel(Deflater.NO_COMPRESSION); // to be read once, and soon
  }

  /** Packs the class path but for the jars of these names, to be started with this program. */
  static void write(Path file, Class<?> program, String without) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program.getName());
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      FatJar fat = new FatJar(jar);
      for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        Path path = Path.of(place);
        if (Files.isDirectory(path)) {
          fat.addFolder(path);
        } else if (Files.isRegularFile(path) && !path.getFileName().toString().matches(without)) {
          fat.addJar(path);
        }
      }
      fat.addServices();
    }
  }

  private void addFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        try (InputStream in = Files.newInputStream(file)) {
          add(folder.relativize(file).toString().replace(File.separatorChar, '/'), in);
        }
      }
    }
  }

  private void addJar(Path file) throws IOException {
    try (JarFile from = new JarFile(file.toFile())) {
      List<JarEntry> entries = from.stream().filter(entry -> !entry.isDirectory()).toList();
      for (JarEntry entry : entries) {
        try (InputStream in = from.getInputStream(entry)) {
          add(entry.getName(), in);
        }
      }
    }
  }

  private void add(String name, InputStream in) throws IOException {
    if (name.startsWith(SERVICES)) {
      ByteArrayOutputStream service =
          services.computeIfAbsent(name, each -> new ByteArrayOutputStream());
      in.transferTo(service);
      service.write('\n');
    } else if (!name.matches(LEFT_OUT) && names.add(name)) {
      jar.putNextEntry(new JarEntry(name));
      in.transferTo(jar);
      jar.closeEntry();
    }
  }

  private void addServices() throws IOException {
    for (Map.Entry<String, ByteArrayOutputStream> service : services.entrySet()) {
      jar.putNextEntry(new JarEntry(service.getKey()));
      service.getValue().writeTo(jar);
      jar.closeEntry();
    }
  }
}
