package dev.lamina.training.data.table;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.file.DataFileException;
import dev.lamina.training.data.idx.IdxBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixedColumnTest {

  @TempDir Path folder;

  @Test
  void aWordAmongNumbersIsRefused() {
    Path file = file("x,y\n1,u\n2,v\n3,u\noops,v\n");

    String message = refusal(file);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s`, line 5, column `x` holds "oops", where 3 of 4 cells are numbers.
              Fix: correct it, name it in `table.missing(texts)` if it stands for no value, or say\
             `.categories("x")`.""",
            file);
  }

  @Test
  void aWordAmongNumbersToPredictIsRefused() {
    Path file = file("x,y\n1,1.5\n2,none\n3,2.5\n");

    String message = refusal(file);

    assertThat(message)
        .contains("line 3, column `y` holds \"none\", where 2 of 3 cells are numbers");
  }

  @Test
  void numbersWithCommasAreRefused() {
    Path file = file("x,y\n\"1,5\",u\n\"2,25\",v\n");

    String message = refusal(file);

    assertThat(message)
        .isEqualTo(
            """
            Data file `%s`, line 2, column `x` holds "1,5", but numbers have a decimal point.
              Fix: write it with a decimal point, or say `.categories("x")`.""",
            file);
  }

  @Test
  void whatIsSaidOfAColumnHolds() {
    Table table = Table.csv(file("x,y\n1,u\n2,v\n3,u\noops,v\n"));

    assertThat(table.predicting("y").categories("x").dataset().featureWidth()).isEqualTo(4);
    assertThat(table.missing("oops").predicting("y").dataset().featureWidth()).isEqualTo(1);
  }

  @Test
  void fewNumbersAmongWordsAreCategories() {
    Table table = Table.csv(file("x,y\n1,u\nS2,v\nS3,u\n4,v\n"));

    assertThat(table.predicting("y").dataset().featureWidth()).isEqualTo(4);
  }

  private static String refusal(Path file) {
    return messageOf(DataFileException.class, () -> Table.csv(file).predicting("y").dataset());
  }

  private Path file(String text) {
    return IdxBytes.write(folder.resolve("mixed.csv"), text.getBytes(StandardCharsets.UTF_8));
  }
}
