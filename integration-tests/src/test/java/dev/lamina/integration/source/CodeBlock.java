package dev.lamina.integration.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of code in a text.
 *
 * @param place where the text is, such as {@code README.md}
 * @param line the line of its first line there, counted from 1
 * @param language what the fence says it is
 */
record CodeBlock(String place, int line, String language, String code) {

  private static final String FENCE = "```";

  /** The fenced blocks of a Markdown text. */
  static List<CodeBlock> in(String place, String markdown) {
    List<CodeBlock> blocks = new ArrayList<>();
    List<String> lines = markdown.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      String opening = lines.get(at).strip();
      if (opening.startsWith(FENCE)) {
        int first = at + 1;
        at = endOfBlock(lines, first);
        String code = String.join("\n", lines.subList(first, at));
        blocks.add(new CodeBlock(place, first + 1, opening.substring(FENCE.length()), code));
      }
    }
    return List.copyOf(blocks);
  }

  /** The commands of a shell block that call a program, without comments. */
  Stream<String> callsOf(String program) {
    return code.replace("\\\n", " ")
        .lines()
        .map(line -> line.replaceFirst("(^|\\s)#.*", "").replaceFirst("^\\s*\\$\\s", ""))
        .flatMap(line -> Stream.of(line.split("&&|;|\\|")))
        .map(command -> command.strip().replaceAll("\\s+", " "))
        .filter(command -> command.startsWith(program + " "));
  }

  @Override
  public String toString() {
    return place + ":" + line;
  }

  private static int endOfBlock(List<String> lines, int first) {
    for (int at = first; at < lines.size(); at++) {
      if (lines.get(at).strip().equals(FENCE)) {
        return at;
      }
    }
    throw new IllegalStateException("The block that starts before line " + first + " has no end");
  }
}
