package dev.lamina.dsl;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles expressions as a user would who imports the words statically, and evaluates them. */
final class PrintedCode {

  private static final String CLASS = "Printed";

  private final Path folder;

  /** Compiles into this folder. */
  PrintedCode(Path folder) {
    this.folder = folder;
  }

  /** What each of these expressions builds. */
  List<Object> values(List<String> expressions) throws IOException, ReflectiveOperationException {
    compile(Files.writeString(folder.resolve(CLASS + ".java"), source(expressions)));
    List<Object> values = new ArrayList<>();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, PrintedCode.class.getClassLoader())) {
      Class<?> printed = loader.loadClass(CLASS);
      for (int index = 0; index < expressions.size(); index++) {
        values.add(printed.getMethod("value" + index).invoke(null));
      }
    }
    return values;
  }

  private static String source(List<String> expressions) {
    String imports =
        ModuleClasses.entryClasses().stream()
            .map(words -> "import static " + words.getName() + ".*;\n")
            .collect(joining());
    String methods =
        IntStream.range(0, expressions.size())
            .mapToObj(index -> method(index, expressions.get(index)))
            .collect(joining());
    return """
        %s
        import java.time.Duration;

        public final class %s {
        %s
        }
        """
        .formatted(imports, CLASS, methods);
  }

  private static String method(int index, String expression) {
    return "  public static Object value" + index + "() { return " + expression + "; }\n";
  }

  private void compile(Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-d",
            folder.toString(),
            "-classpath",
            ModuleClasses.location().toString(),
            "-proc:none");
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(findings, Locale.ROOT, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(null, files, findings, options, null, files.getJavaFileObjects(source))
              .call();
      if (!compiled) {
        throw new AssertionError("Not Java: " + findings.getDiagnostics());
      }
    }
  }
}
