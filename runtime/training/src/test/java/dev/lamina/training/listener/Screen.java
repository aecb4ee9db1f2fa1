package dev.lamina.training.listener;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal of some width, and of any height, shows of what was printed. */
final class Screen {

  private static final Pattern PIECE = Pattern.compile("\u001b\\[(\\d)([ABK])|(?s:.)");

  private final int columns;
  private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
  private int row;
  private int column;

  private Screen(int columns) {
    this.columns = columns;
  }

  /** The lines that a terminal shows after this output, without blanks at their ends. */
  static List<String> after(String output, int columns) {
    Screen screen = new Screen(columns);
    Matcher piece = PIECE.matcher(output);
    while (piece.find()) {
      if (piece.group(2) == null) {
        screen.print(piece.group().charAt(0));
      } else {
        screen.obey(piece.group(2), Integer.parseInt(piece.group(1)));
      }
    }
    return screen.rows.stream().map(text -> text.toString().stripTrailing()).toList();
  }

  private void print(char character) {
    if (character == '\n') {
      nextRow();
    } else if (character == '\r') {
      column = 0;
    } else if (Character.isISOControl(character)) {
      throw new AssertionError("Unknown control character " + (int) character);
    } else {
      if (column == columns) {
        nextRow();
      }
      StringBuilder text = rows.get(row);
      text.append(" ".repeat(Math.max(0, column + 1 - text.length())));
      text.setCharAt(column++, character);
    }
  }

  private void obey(String code, int number) {
    switch (code) {
      case "A" -> row = Math.max(0, row - number);
      case "B" -> row = Math.min(rows.size() - 1, row + number);
      default -> rows.get(row).setLength(0);
    }
  }

  private void nextRow() {
    column = 0;
    row++;
    if (row == rows.size()) {
      rows.add(new StringBuilder());
    }
  }

  /** A stream whose output can be read. */
  static final class Output {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);

    PrintStream stream() {
      return stream;
    }

    /** All that was printed and flushed, with line feeds as on Unix. */
    String text() {
      return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
  }
}
