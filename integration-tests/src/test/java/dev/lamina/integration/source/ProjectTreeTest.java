package dev.lamina.integration.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where things are. */
class ProjectTreeTest {

  /** Up to the first full stop that ends a sentence. */
  private static final Pattern FIRST_SENTENCE =
      Pattern.compile("/\\*\\*(.+?)\\.(\\s|$)", Pattern.DOTALL);

  private final Project project = Project.here();

  @Test
  void theRootHoldsTheAgreedFilesAndFoldersOnly() throws IOException {
    Set<String> agreed =
        Set.of("pom.xml", "dsl", "runtime", "samples", "integration-tests", "README.md");

    List<String> found = visibleInRoot();

    assertThat(found).containsExactlyInAnyOrderElementsOf(agreed);
  }

  @Test
  void everyPackageSaysInItsFirstSentenceWhatItIsFor() {
    List<String> silent = new ArrayList<>();

    for (Module module : project.modules()) {
      module.packages().stream()
          .filter(name -> wordsOfFirstSentence(module, name) < 4)
          .forEach(silent::add);
    }

    assertThat(silent).as("packages without a package-info.java that says it").isEmpty();
  }

  @Test
  void noPackageIsInTwoJars() {
    Set<String> seen = new HashSet<>();

    List<String> twice =
        project.modules().stream()
            .flatMap(module -> module.packagesInJar().stream())
            .filter(name -> !seen.add(name))
            .toList();

    assertThat(seen).contains("dev.lamina.dsl", "dev.lamina.training", "dev.lamina.samples");
    assertThat(twice).isEmpty();
  }

  @Test
  void everyJarIsAModuleWithTheNameOfThePackageThatAllItsPackagesAreIn() {
    List<Module> modules = project.modules();

    assertThat(modules).isNotEmpty();
    for (Module module : modules) {
      Optional<String> name = module.moduleName();
      assertThat(name).as("module.name in %s/pom.xml", module.path()).isPresent();
      assertThat(module.packages())
          .contains(name.orElseThrow())
          .allMatch(each -> (each + ".").startsWith(name.orElseThrow() + "."));
    }
  }

  @Test
  void theNameOfTheModuleGoesIntoTheJar() {
    Pom root = Pom.of(project.root());

    List<String> inManifest = root.values("Automatic-Module-Name").toList();

    assertThat(inManifest).containsExactly("${module.name}");
  }

  private List<String> visibleInRoot() throws IOException {
    try (Stream<Path> entries = Files.list(project.root())) {
      return entries
          .map(Path::getFileName)
          .filter(name -> !name.toString().startsWith("."))
          .filter(name -> !isIgnored(name))
          .map(Path::toString)
          .toList();
    }
  }

  /** Whether it is left there by a build, a sample or an editor. */
  private boolean isIgnored(Path name) {
    return project
        .text(".gitignore")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line.replace("/", "")))
        .anyMatch(matcher -> matcher.matches(name));
  }

  private static int wordsOfFirstSentence(Module module, String packageName) {
    Path file = module.sources().resolve(packageName.replace('.', '/') + "/package-info.java");
    if (Files.notExists(file)) {
      return 0;
    }
    Matcher sentence = FIRST_SENTENCE.matcher(Project.text(file));
    return sentence.find() ? sentence.group(1).replace("*", "").strip().split("\\s+").length : 0;
  }
}
