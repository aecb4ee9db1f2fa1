package dev.lamina.integration.source;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Code in the documentation of Java files. */
record JavadocExamples(String text) {

  private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern BLOCK =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n\\s*}</pre>", Pattern.DOTALL);
  private static final Pattern INLINE = Pattern.compile("\\{@code\\s+([^{}]+)}");

  static Stream<JavadocExamples> in(Path file) {
    return COMMENT
        .matcher(Project.text(file))
        .results()
        .map(MatchResult::group)
        .map(comment -> comment.replaceAll("(?m)^ *\\* ?", ""))
        .map(JavadocExamples::new);
  }

  /** The blocks of whole statements: others are formulas, or what is printed. */
  Stream<String> statements() {
    return texts(BLOCK).filter(code -> code.endsWith(";"));
  }

  /** The pieces within sentences that call one of these methods and are whole. */
  Stream<String> callsOf(List<String> methods) {
    Pattern call = Pattern.compile("(" + String.join("|", methods) + ")\\(.*\\)");
    return texts(INLINE)
        .map(code -> code.replaceAll("\\s+", " "))
        .filter(code -> call.matcher(code).matches());
  }

  private Stream<String> texts(Pattern pattern) {
    return pattern.matcher(text).results().map(found -> found.group(1).strip());
  }
}
