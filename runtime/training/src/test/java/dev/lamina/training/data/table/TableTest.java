package dev.lamina.training.data.table;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.file.DataFileException;
import dev.lamina.training.data.idx.IdxBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

  @TempDir Path folder;

  @Test
  void columnsHaveTheNamesOfTheHeader() {
    Table table = Table.csv(file("id, age ,\"co\"\"lour\"\n1,27,\"a, b\"\n2,,\"c\nd\"\n"));

    assertThat(table.columns()).containsExactly("id", "age", "co\"lour");
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.column("age")).containsExactly("27", "");
    assertThat(table.column("co\"lour")).containsExactly("a, b", "c\nd");
    assertThat(table).hasToString("Table[records 2, columns [id, age, co\"lour]]");
  }

  @Test
  void columnsCanBeDropped() {
    Table table = Table.csv(file("a,b,c\n1,2,3\n")).drop("a", "b");

    assertThat(table.columns()).containsExactly("c");
    assertThat(table.column("c")).containsExactly("3");
    assertThat(table.records()).containsExactly(Map.of("c", "3"));
  }

  @Test
  void anotherDelimiterCanBeGiven() {
    Table table = Table.csv(file("a;b\n1,5;2\n"), ';');

    assertThat(table.column("a")).containsExactly("1,5");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void marksOfEncodingAndCompressionAreUndone(boolean zipped) {
    byte[] text = "\uFEFFname\r\nZoë\r\n".getBytes(StandardCharsets.UTF_8);
    Path file = IdxBytes.write(folder.resolve("file"), zipped ? IdxBytes.zipped(text) : text);

    assertThat(Table.csv(file).column("name")).containsExactly("Zoë");
  }

  @Test
  void otherEncodingsThanUtf8AreRefused() {
    Path file =
        IdxBytes.write(folder.resolve("file"), "name\nZoë\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(refusal(file))
        .isEqualTo(
            """
            Data file `%s` is no text in UTF-8.
              Fix: save it in UTF-8.""",
            file);
  }

  @Test
  void anEmptyFileIsRefused() {
    Path file = file("");

    assertThat(refusal(file))
        .isEqualTo(
            """
            Data file `%s` must start with a line of column names but is empty.
              Fix: give a file with a header.""",
            file);
  }

  @Test
  void columnsOfTheSameNameAreRefused() {
    Path file = file("a,b,a\n1,2,3\n");

    assertThat(refusal(file))
        .isEqualTo(
            """
            Data file `%s` must name each of its 3 columns differently but names column 3 "a".
              Fix: correct the header, or give the delimiter, as in `Table.csv(path, ';')`.""",
            file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1,2,3"})
  void aLineWithAnotherNumberOfCellsIsRefused(String line) {
    Path file = file("a,b\n1,\"x\ny\"\n" + line + "\n");

    assertThat(refusal(file))
        .isEqualTo(
            """
            Data file `%s`, line 4 must have 2 cells, as the header has, but has %d.
              Fix: correct the line; quote cells that hold the delimiter.""",
            file, line.split(",").length);
  }

  @Test
  void aQuoteThatIsNotClosedIsRefused() {
    Path file = file("a,b\n1,\"2\n3,4\n");

    assertThat(refusal(file))
        .startsWith("Data file `" + file + "` is no CSV file: ")
        .endsWith(".\n  Fix: correct it there.");
  }

  @Test
  void aFileThatIsCutOffIsRefused() {
    byte[] zipped = IdxBytes.zipped("a\n1\n2\n".getBytes(StandardCharsets.UTF_8));
    Path file = IdxBytes.write(folder.resolve("file"), Arrays.copyOf(zipped, zipped.length - 9));

    assertThat(refusal(file)).contains("Data file `" + file + "` ").contains("Fix: fetch it again");
  }

  @Test
  void aColumnThatIsNotThereIsRefusedWithTheNearName() {
    Path file = file("species,width\na,1\n");
    Table table = Table.csv(file);

    String message = messageOf(() -> table.predicting("specie"));

    assertThat(message)
        .isEqualTo(
            """
            `predicting("specie")` is not valid: 1 problem.
              1. `column` must be the name of a column of `%s` but is "specie".
                 Fix: did you mean `species`? In all there are `species`, `width`.""",
            file);
    assertThat(messageOf(() -> table.drop("x"))).contains("`drop(\"x\")` is not valid");
    assertThat(messageOf(() -> table.column("x"))).contains("`column(\"x\")` is not valid");
  }

  private Path file(String text) {
    return IdxBytes.write(folder.resolve("file.csv"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(Path file) {
    return messageOf(DataFileException.class, () -> Table.csv(file));
  }
}
