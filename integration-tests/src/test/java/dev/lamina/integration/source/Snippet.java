package dev.lamina.integration.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Java code from a text, with what a reader takes for granted: the imports, and values such as
 * data.
 *
 * <p>Code that starts with a package, imports and a type is left as it is; statements get a class
 * and a method around them. Lines keep their numbers.
 */
record Snippet(String code) {

  private static final Pattern IMPORTS =
      Pattern.compile(
          "\\A(\\s*((package|import)\\s[^;]+;|//[^\\n]*|/\\*.*?\\*/))*\\s*", Pattern.DOTALL);

  private static final Pattern TYPE =
      Pattern.compile(
          "((public|final|abstract|sealed)\\s+)*(class|record|enum|interface)\\s.*",
          Pattern.DOTALL);

  /** What statements use but do not declare; those that do hide these. */
  private static final String GIVEN =
      """
      Network network; TrainingPlan plan; TrainingResult result; Model model; \
      Dataset data; Dataset training; Dataset validation; Dataset test; \
      double[] row; double[][] rows; double[][] features; double[] targets; int[] classes; \
      """;

  /** One line for each value, compiled all at once since the compiler takes long to start. */
  static Snippet ofValues(List<String> expressions) {
    return new Snippet(
        IntStream.range(0, expressions.size())
            .mapToObj(index -> "Object value%d = %s;".formatted(index, expressions.get(index)))
            .collect(Collectors.joining("\n")));
  }

  /** The problems that the compiler has with it, none if it compiles. */
  List<String> problems(Project project) {
    return new SnippetCompiler().problems(source(project));
  }

  String source(Project project) {
    Matcher imports = IMPORTS.matcher(code);
    int start = imports.lookingAt() ? imports.end() : 0;
    String body = code.substring(start);
    if (TYPE.matcher(body).matches()) {
      return code;
    }
    return importsOfReaders(project)
        + code.substring(0, start)
        + "class Snippet { "
        + GIVEN
        + "void run() throws Exception { "
        + body
        + "\n}}";
  }

  private static String importsOfReaders(Project project) {
    List<String> imports = new ArrayList<>(List.of("java.nio.file.Path", "java.util.*"));
    publicPackages(project).map(name -> name + ".*").forEach(imports::add);
    entryClasses(project).map(name -> "static " + name + ".*").forEach(imports::add);
    return imports.stream().map("import %s; "::formatted).collect(Collectors.joining());
  }

  private static Stream<String> publicPackages(Project project) {
    Stream<String> training =
        Stream.of(
                "",
                ".data",
                ".data.idx",
                ".data.image",
                ".data.named",
                ".data.stream",
                ".data.table",
                ".doctor",
                ".history",
                ".listener",
                ".model",
                ".tool")
            .map(name -> "dev.lamina.training" + name);
    return Stream.concat(project.module("dsl").packages().stream(), training);
  }

  /** The classes whose static members are the words of the language. */
  static Stream<String> entryClasses(Project project) {
    Module dsl = project.module("dsl");
    return dsl.javaFiles().stream()
        .filter(file -> file.getParent().equals(dsl.sources().resolve("dev/lamina/dsl")))
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .filter(name -> !name.equals("package-info"))
        .map(name -> "dev.lamina.dsl." + name);
  }
}
