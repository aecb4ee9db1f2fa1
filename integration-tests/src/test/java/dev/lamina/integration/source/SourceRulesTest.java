package dev.lamina.integration.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How much a file holds. */
class SourceRulesTest {

  private static final int LONGEST_FILE = 300;
  private static final int LONGEST_METHOD = 30;
  private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME)\\b");

  private final List<Path> files = Project.here().javaFiles();

  @Test
  void noFileHasMoreThan300Lines() {
    List<Path> tooLong =
        files.stream().filter(file -> Project.text(file).lines().count() > LONGEST_FILE).toList();

    assertThat(files).isNotEmpty();
    assertThat(tooLong).isEmpty();
  }

  @Test
  void noMethodHasMoreThan30Lines() {
    ParsedSources sources = ParsedSources.of(files);

    List<String> tooLong = methodsLongerThan(LONGEST_METHOD, sources);

    assertThat(methodsLongerThan(LONGEST_METHOD / 3, sources)).isNotEmpty();
    assertThat(tooLong).isEmpty();
  }

  @Test
  void nothingIsLeftUnfinished() {
    List<Path> unfinished =
        files.stream().filter(file -> UNFINISHED.matcher(Project.text(file)).find()).toList();

    assertThat(files).isNotEmpty();
    assertThat(unfinished).isEmpty();
  }

  private static List<String> methodsLongerThan(int lines, ParsedSources sources) {
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : sources.units()) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
          if (sources.lines(unit, method) > lines) {
            found.add(sources.place(unit, method) + " " + method.getName());
          }
          return super.visitMethod(method, null);
        }
      }.scan(unit, null);
    }
    return found;
  }
}
