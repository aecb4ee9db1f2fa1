package dev.lamina.training.data.table;

import static dev.lamina.training.Refusal.messageOf;
import static dev.lamina.training.data.table.Fillings.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.file.DataFileException;
import dev.lamina.training.data.idx.IdxBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableRecipeRefusalTest {

  private static final String SMALL =
      """
      age,colour,bought
      10,red,yes
      ,green,no
      20,,yes
      60,red,no
      """;

  @TempDir Path folder;

  @Test
  void whatIsTakenForNumbersMustHoldNumbers() {
    Path file = file("x,y\n1,2\noops,3\n");

    String message =
        messageOf(
            DataFileException.class, () -> Table.csv(file).predicting("y").numbers("x").dataset());

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s`, line 3, column `x` must hold a number but holds "oops".
              Fix: write it in digits with a decimal point, such as `12.5`, or leave the line out.""",
            file);
  }

  @Test
  void missingNumbersCanBeRefused() {
    Path file = file(SMALL);

    String message =
        messageOf(
            DataFileException.class,
            () -> Table.csv(file).predicting("bought").filling(refused()).dataset());

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s`, line 3, column `age` must hold a number but holds nothing.
              Fix: fill it in, or leave the record out.""",
            file);
  }

  @Test
  void missingAndUnknownCategoriesCanBeRefused() {
    Path file = file(SMALL);

    String message =
        messageOf(
            DataFileException.class,
            () -> Table.csv(file).predicting("bought").refusingUnknown().dataset());

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s`, line 4, column `colour` must hold a category but holds nothing.
              Fix: fill it in, or leave the record out.""",
            file);
  }

  @Test
  void aMissingClassIsRefused() {
    Path file = file("x,y\n1,a\n2,\n");

    String message =
        messageOf(DataFileException.class, () -> Table.csv(file).predicting("y").dataset());

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s`, line 3, column `y` must hold a class but holds "".
              Fix: fill it in, or leave the line out.""",
            file);
  }

  @Test
  void aClassThatTheOthersDoNotHaveIsRefused() {
    Dataset learned = Table.csv(file(SMALL)).predicting("bought").dataset();
    Path later = IdxBytes.write(folder.resolve("later"), bytes("age,colour,bought\n1,red,nope\n"));

    String message =
        messageOf(
            DataFileException.class,
            () -> Table.csv(later).predicting("bought").encodedBy(learned.preprocessing()));

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s`, line 2, column `bought` holds the class "nope", which the other data does \
            not have.
              Fix: correct it; did you mean `no`? In all there are `no`, `yes`.""",
            later);
  }

  @Test
  void aColumnWithNothingInItIsRefused() {
    Path file = file("x,z,y\n1,,2\n2,NA,3\n");

    String message =
        messageOf(DataFileException.class, () -> Table.csv(file).predicting("y").dataset());

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s`, column `z` holds no category in the training part.
              Fix: drop it, or fill it in.""",
            file);
  }

  @Test
  void textsThatAreNoCategoriesAreRefused() {
    StringBuilder text = new StringBuilder("id,y\n");
    IntStream.range(0, 1001).forEach(row -> text.append("id").append(row).append(",1\n"));
    Path file = file(text.toString());

    String message =
        messageOf(DataFileException.class, () -> Table.csv(file).predicting("y").dataset());

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s`, column `id` holds 1001 categories, more than 1000.
              Fix: drop it, or put rare ones together.""",
            file);
  }

  @Test
  void aTableNeedsRecordsAndColumns() {
    Path none = file("x,y\n");
    String noRecords =
        messageOf(DataFileException.class, () -> Table.csv(none).predicting("y").dataset());
    Path one = file("y\n1\n");
    String noColumns =
        messageOf(DataFileException.class, () -> Table.csv(one).predicting("y").dataset());

    assertThat(noRecords).contains("must hold records but has none.");
    assertThat(noColumns).contains("has no column but `y` to predict it from.");
  }

  @Test
  void onlyWhatCameFromATableEncodesRecords() {
    Dataset arrays = Dataset.of(new double[1][1], new int[1]);

    String message = messageOf(() -> arrays.preprocessing().encode(Map.of()));

    assertThat(message)
        .isEqualTo(
            """
            `encode({})` is not valid: 1 problem.
              1. `encoding` must be that of a table but is that of arrays.
                 Fix: give an array of features instead of a record.""");
  }

  private Path file(String text) {
    return IdxBytes.write(folder.resolve("file.csv"), bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
