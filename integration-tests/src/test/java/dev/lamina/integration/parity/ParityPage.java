package dev.lamina.integration.parity;

import java.util.ArrayList;
import java.util.List;

/** The rows as a page of Markdown, one table for each family. */
final class ParityPage {

  private static final String HEAD =
      """
      # Parity

      Every word of the language against its formula, which is written once more in plain Java: the largest difference
      that was measured, how large it may be, and how far DL4J's own word is from the same formula at its defaults.
      Differences are `|a - b| / max(1, |b|)` in float64 unless the row says otherwise. The tests of
      `integration-tests` write this page to `integration-tests/target/parity.md`; the copy in
      `runtime/docs` has the figures of one machine, and its words are compared with the page that the tests write.
      """;

  private ParityPage() {}

  /** The page. */
  static String of(List<Row> rows) {
    List<String> lines = new ArrayList<>(HEAD.lines().toList());
    String family = "";
    for (Row row : rows) {
      if (!row.family().equals(family)) {
        family = row.family();
        lines.add("");
        lines.add("## " + family);
        lines.add("");
        lines.add("| word | formula | reference | largest difference | tolerance | DL4J's own |");
        lines.add("|---|---|---|---|---|---|");
      }
      lines.add(
          "| %s | %s | %s | %s | %s | %s |"
              .formatted(
                  code(row.word()),
                  code(row.formula()),
                  cell(row.reference()),
                  Dl4j.number(row.difference()),
                  Dl4j.number(row.tolerance()),
                  cell(row.dl4j().text())));
    }
    return String.join("\n", lines) + "\n";
  }

  /** The words of a page, in order: the first cell of each row. */
  static List<String> words(String page) {
    return page.lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(2, line.indexOf("` |") + 1))
        .toList();
  }

  private static String code(String text) {
    return "`" + cell(text) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
