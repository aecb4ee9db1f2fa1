package dev.lamina.integration.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README tells newcomers to write and to run. */
class ReadmeTest {

  private static final String README = "README.md";
  private static final String RUN_SAMPLE = "mvn -pl samples -am compile exec:java";

  /** The commands that are known to work, without options that only make them quieter. */
  private static final List<String> COMMANDS =
      List.of(
          "mvn verify",
          "mvn spotless:apply",
          "mvn -Pfat-jar -Dmaven.test.skip -pl samples -am package",
          "mvn -pl integration-tests -am -Pbenchmark verify");

  private static final Pattern SAMPLE = Pattern.compile(RUN_SAMPLE + " -Dsample=(\\S+)");

  private final Project project = Project.here();

  static List<CodeBlock> javaBlocks() {
    return blocks().filter(block -> block.language().equals("java")).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("javaBlocks")
  void everyJavaBlockCompiles(CodeBlock block) {
    Snippet snippet = new Snippet(block.code());

    List<String> problems = snippet.problems(project);

    assertThat(problems).as("problems of %s, lines counted from there", block).isEmpty();
  }

  @Test
  void everyMavenCommandIsOneThatIsKnownToWork() {
    List<String> commands = blocks().flatMap(ReadmeTest::mavenCommands).toList();

    assertThat(commands).allMatch(this::isKnown).contains(RUN_SAMPLE, "mvn verify");
  }

  @Test
  void theServerTestsWithACommandOfTheReadme() {
    CodeBlock script = new CodeBlock(".ci/run", 1, "bash", project.text(".ci/run"));

    List<String> commands = mavenCommands(script).toList();

    assertThat(commands).hasSize(1);
    assertThat(blocks().flatMap(ReadmeTest::mavenCommands)).containsAll(commands);
  }

  private boolean isKnown(String command) {
    return COMMANDS.contains(command)
        || command.equals(RUN_SAMPLE)
        || SAMPLE.matcher(command).results().anyMatch(found -> isSample(found.group(1)));
  }

  private boolean isSample(String name) {
    String launcher = project.text("samples/src/main/java/dev/lamina/samples/Samples.java");
    return launcher.contains('"' + name + '"');
  }

  private static Stream<String> mavenCommands(CodeBlock block) {
    return Pattern.matches("bash|sh|shell|console", block.language())
        ? block.callsOf("mvn").map(command -> command.replaceAll(" (-q|-B)(?= |$)", ""))
        : Stream.empty();
  }

  private static Stream<CodeBlock> blocks() {
    return CodeBlock.in(README, Project.here().text(README)).stream();
  }
}
