package dev.lamina.training.data.table;

import static dev.lamina.training.Refusal.messageOf;
import static dev.lamina.training.data.Splits.shares;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.idx.IdxBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormTest {

  @TempDir Path folder;

  @Test
  void quotesAreSeenBehindTheMarkOfUtf8() {
    Path file = file("\uFEFF\"a,x\",\"b\"\n1,2\n");

    assertThat(Table.csv(file).columns()).containsExactly("a,x", "b");
  }

  @ParameterizedTest
  @ValueSource(chars = {'"', '\n', '\r'})
  void whatCannotStandBetweenCellsIsRefused(char delimiter) {
    Path file = file("a,b\n1,2\n");

    String message = messageOf(() -> Table.csv(file, delimiter));

    assertThat(message)
        .startsWith("`Table.csv(path, delimiter)` is not valid: 1 problem.")
        .contains("`delimiter` must be neither a quote nor the end of a line but is ")
        .endsWith("Fix: give what stands between two cells, such as ';'.");
  }

  @Test
  void theFirstRecordsHaveADelimiterToo() {
    Path file = file("a;b\n1;2\n3;4\n");

    assertThat(Table.head(file, 1, ';')).hasToString("Table[records 1, columns [a, b]]");
  }

  @Test
  void aHeaderOfOneNameMayHaveAnotherDelimiter() {
    Path file = file("a;b\n1;2\n");

    String message = messageOf(() -> Table.csv(file).predicting("b"));

    assertThat(message)
        .endsWith(
            "Fix: there is `a;b` alone: give the delimiter, as in `Table.csv(path, ';')`, if that is"
                + " several.");
  }

  @Test
  void noNamesAreRefused() {
    Table table = Table.csv(file("a,b\n1,2\n"));

    assertThat(messageOf(() -> table.drop((String[]) null))).startsWith("`drop(columns)`");
    assertThat(messageOf(() -> table.missing((String[]) null))).startsWith("`missing(texts)`");
    assertThat(messageOf(() -> table.predicting("b").numbers((String) null)))
        .contains("`column` must be a value but is null.");
  }

  @Test
  void aClassThatIsTooRareToBeStratifiedIsCalledByItsName() {
    Table table = Table.csv(file("x,kind\n1,rare\n2,often\n3,often\n"));

    String message = messageOf(() -> table.predicting("kind").split(shares(0.5, 0.5).stratified()));

    assertThat(message)
        .contains("`samples of class 1 \"rare\"` must be at least 2, one for each part, but is 1.");
  }

  private Path file(String text) {
    return IdxBytes.write(folder.resolve("form.csv"), text.getBytes(StandardCharsets.UTF_8));
  }
}
