package dev.lamina.integration.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java files as the compiler reads them. */
record ParsedSources(List<CompilationUnitTree> units, DocTrees trees) {

  static ParsedSources of(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      return new ParsedSources(List.copyOf(units), DocTrees.instance(task));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** How many lines a declaration has, its documentation not included. */
  long lines(CompilationUnitTree unit, Tree declaration) {
    LineMap map = unit.getLineMap();
    long last = trees.getSourcePositions().getEndPosition(unit, declaration);
    return map.getLineNumber(last) - firstLine(unit, declaration) + 1;
  }

  /** Where a declaration is, as {@code Dense.java:31}. */
  String place(CompilationUnitTree unit, Tree declaration) {
    Path file = Path.of(unit.getSourceFile().toUri());
    return file.getFileName() + ":" + firstLine(unit, declaration);
  }

  private long firstLine(CompilationUnitTree unit, Tree declaration) {
    long first = trees.getSourcePositions().getStartPosition(unit, declaration);
    return unit.getLineMap().getLineNumber(first);
  }
}
