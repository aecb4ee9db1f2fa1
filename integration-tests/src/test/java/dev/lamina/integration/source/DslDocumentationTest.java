package dev.lamina.integration.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** What is said of the words that users write. */
class DslDocumentationTest {

  @Test
  void everythingPublicInTheDslIsDocumented() {
    ParsedSources sources = ParsedSources.of(Project.here().module("dsl").javaFiles());

    List<String> documented = new ArrayList<>();
    List<String> undocumented = new ArrayList<>();
    for (CompilationUnitTree unit : sources.units()) {
      new PublicDeclarations(sources, unit, documented, undocumented).scan(unit, null);
    }

    assertThat(documented).hasSizeGreaterThan(100);
    assertThat(undocumented).isEmpty();
  }

  /** Visits what users can see, and not the types that they cannot. */
  private static final class PublicDeclarations extends TreePathScanner<Void, Void> {

    private final ParsedSources sources;
    private final CompilationUnitTree unit;
    private final List<String> documented;
    private final List<String> undocumented;

    PublicDeclarations(
        ParsedSources sources,
        CompilationUnitTree unit,
        List<String> documented,
        List<String> undocumented) {
      this.sources = sources;
      this.unit = unit;
      this.documented = documented;
      this.undocumented = undocumented;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isPublic(type.getModifiers())) {
        return null;
      }
      sort(type, type.getSimpleName());
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (isPublic(method.getModifiers()) && !overrides(method)) {
        sort(method, method.getName());
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void nothing) {
      if (isPublic(field.getModifiers())) {
        sort(field, field.getName());
      }
      return null;
    }

    private void sort(Tree declaration, CharSequence name) {
      String comment = sources.trees().getDocComment(getCurrentPath());
      boolean isDocumented = comment != null && !comment.isBlank();
      (isDocumented ? documented : undocumented).add(sources.place(unit, declaration) + " " + name);
    }

    /** Members of interfaces are public unless they say otherwise. */
    private boolean isPublic(ModifiersTree modifiers) {
      boolean inInterface =
          getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || (inInterface && !modifiers.getFlags().contains(Modifier.PRIVATE));
    }

    private static boolean overrides(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
    }
  }
}
