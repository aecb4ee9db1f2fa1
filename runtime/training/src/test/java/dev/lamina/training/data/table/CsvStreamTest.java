package dev.lamina.training.data.table;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.data.file.DataFileException;
import dev.lamina.training.data.idx.IdxBytes;
import dev.lamina.training.data.stream.SamplePass;
import dev.lamina.training.data.stream.SampleStream;
import dev.lamina.training.data.stream.StreamHead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvStreamTest {

  private static final String RECORDS =
      """
      age,colour,bought
      10,red,yes
      ,green,no
      20,,yes
      60,red,no
      """;

  @TempDir Path folder;

  @Test
  void recordsAreThoseOfTheTable() {
    Path file = file(RECORDS);
    Dataset table = Table.csv(file).predicting("bought").dataset();

    SampleStream stream = CsvStream.of(file, "bought", table.preprocessing());

    assertThat(stream.preprocessing()).isEqualTo(table.preprocessing());
    assertThat(rows(StreamHead.of(stream, 100))).isDeepEqualTo(rows(table));
  }

  @Test
  void everyPassStartsAnew() {
    Path file = file(RECORDS);
    SampleStream stream = CsvStream.of(file, "bought", learned(file));

    assertThat(StreamHead.of(stream, 1).size()).isEqualTo(1);
    assertThat(StreamHead.of(stream, 9).size()).isEqualTo(4);
  }

  @Test
  void theFirstRecordsSayHowTheRestIsEncoded() {
    Path file = file(RECORDS);
    Dataset first = Table.head(file, 2).predicting("bought").notNormalized().dataset();

    StreamHead all = StreamHead.of(CsvStream.of(file, "bought", first.preprocessing()), 100);

    assertThat(rows(all))
        .isDeepEqualTo(new double[][] {{10, 0, 1, 1}, {10, 1, 0, 0}, {20, 0, 0, 1}, {60, 0, 1, 0}});
  }

  @Test
  void numbersCanBePredictedToo() {
    Path file = file("x;y\n1;1.5\n2;-3\n");
    Dataset table = Table.csv(file, ';').predicting("y").notNormalized().dataset();

    SampleStream stream = CsvStream.of(file, "y", table.preprocessing()).delimiter(';');

    assertThat(rows(StreamHead.of(stream, 9))).isDeepEqualTo(new double[][] {{1, 1.5}, {2, -3}});
  }

  @Test
  void aCellAtFaultIsNamedWhenItComes() {
    Preprocessing learned = learned(file(RECORDS));
    Path later = file(RECORDS + "oops,red,no\n");
    double[] features = new double[3];
    double[] targets = new double[1];
    try (SamplePass pass = CsvStream.of(later, "bought", learned).open()) {
      for (int record = 0; record < 4; record++) {
        assertThat(pass.read(features, targets)).isTrue();
      }

      String message = messageOf(DataFileException.class, () -> pass.read(features, targets));

      assertThat(message)
          .isEqualTo(
              """
              Data file `%s`, line 6, column `age` must hold a number but holds "oops".
                Fix: write it in digits with a decimal point, such as `12.5`.""",
              later);
    }
  }

  @Test
  void anUnknownClassIsRefused() {
    Preprocessing learned = learned(file(RECORDS));
    Path later = file("age,colour,bought\n1,red,maybe\n");
    SampleStream stream = CsvStream.of(later, "bought", learned);

    String message = messageOf(DataFileException.class, () -> StreamHead.of(stream, 1));

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s`, line 2, column `bought` must hold a known class but holds "maybe".
              Fix: correct it; there are `no`, `yes`.""",
            later);
  }

  @Test
  void aMissingColumnIsRefused() {
    Preprocessing learned = learned(file(RECORDS));
    Path later = file("age,color,bought\n1,red,no\n");
    SampleStream stream = CsvStream.of(later, "bought", learned);

    String message = messageOf(DataFileException.class, () -> StreamHead.of(stream, 1));

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s` has no column `colour`.
              Fix: correct the name; did you mean `color`? In all there are `age`, `color`, `bought`.""",
            later);
  }

  @Test
  void onlyWhatCameFromATableSaysHow() {
    Path file = file(RECORDS);

    String message = messageOf(() -> CsvStream.of(file, "bought", Preprocessing.none()));

    assertThat(message)
        .isEqualTo(
            """
            `CsvStream.of(path, "bought", preprocessing)` is not valid: 1 problem.
              1. `preprocessing` must be that of a table but is that of arrays.
                 Fix: give the preprocessing of data that came from a table.""");
  }

  private static Preprocessing learned(Path file) {
    return Table.csv(file).predicting("bought").dataset().preprocessing();
  }

  private Path file(String text) {
    return IdxBytes.write(folder.resolve("file.csv"), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Features, then the target. */
  private static double[][] rows(Dataset data) {
    double[][] rows = new double[data.size()][data.featureWidth() + 1];
    for (int row = 0; row < rows.length; row++) {
      data.copyFeatures(row, rows[row], 0);
      data.copyTargets(row, rows[row], data.featureWidth());
    }
    return rows;
  }
}
