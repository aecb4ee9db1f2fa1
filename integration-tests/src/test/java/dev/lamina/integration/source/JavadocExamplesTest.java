package dev.lamina.integration.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation of the classes tells users to write. */
class JavadocExamplesTest {

  private final Project project = Project.here();

  @Test
  void everyExampleOfStatementsCompiles() {
    List<String> examples = examples().flatMap(JavadocExamples::statements).toList();

    List<String> problems =
        examples.stream().flatMap(each -> new Snippet(each).problems(project).stream()).toList();

    assertThat(examples).isNotEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void everyCallOfAWordOfTheLanguageCompiles() {
    List<String> words = Snippet.entryClasses(project).flatMap(this::factories).toList();
    List<String> calls = examples().flatMap(each -> each.callsOf(words)).distinct().toList();

    List<String> problems = Snippet.ofValues(calls).problems(project);

    assertThat(calls).contains("dense(64)", "dense(64).activation(RELU)");
    assertThat(problems).as("problems of %s", calls).isEmpty();
  }

  private Stream<JavadocExamples> examples() {
    return project.javaFiles().stream().flatMap(JavadocExamples::in);
  }

  private Stream<String> factories(String entryClass) {
    try {
      return Arrays.stream(Class.forName(entryClass).getMethods())
          .filter(method -> Modifier.isStatic(method.getModifiers()))
          .map(Method::getName)
          .distinct();
    } catch (ClassNotFoundException exception) {
      throw new IllegalStateException(exception);
    }
  }
}
