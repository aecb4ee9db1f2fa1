package dev.lamina.training.data.table;

import static dev.lamina.training.data.Normalizers.minMax;
import static dev.lamina.training.data.Splits.folds;
import static dev.lamina.training.data.Splits.shares;
import static dev.lamina.training.data.table.Fillings.constant;
import static dev.lamina.training.data.table.Fillings.median;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.encoding.CategoryColumn;
import dev.lamina.training.data.encoding.NumberColumn;
import dev.lamina.training.data.idx.IdxBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableRecipeTest {

  private static final String SMALL =
      """
      age,colour,bought
      10,red,yes
      ,green,no
      20,,yes
      60,red,no
      """;

  private static final Offset<Double> EXACT = within(1e-12);

  @TempDir Path folder;

  @Test
  void numbersAreFilledAndStandardizedAndCategoriesOneHot() {
    Dataset data = Table.csv(file(SMALL)).predicting("bought").dataset();

    // 10, 30, 20, 60 with mean 30 and variance (400 + 0 + 100 + 900) / 4 = 350
    double deviation = Math.sqrt(350);
    assertThat(features(data, 0)).containsExactly(new double[] {-20 / deviation, 0, 1}, EXACT);
    assertThat(features(data, 1)).containsExactly(new double[] {0, 1, 0}, EXACT);
    assertThat(features(data, 2)).containsExactly(new double[] {-10 / deviation, 0, 0}, EXACT);
    assertThat(features(data, 3)).containsExactly(new double[] {30 / deviation, 0, 1}, EXACT);
    assertThat(data.labels()).containsExactly("no", "yes");
    assertThat(targets(data)).containsExactly(1, 0, 1, 0);
  }

  @Test
  void theEncodingTravelsWithTheData() {
    Dataset data = Table.csv(file(SMALL)).predicting("bought").dataset();

    assertThat(data.preprocessing().encoding().orElseThrow().columns())
        .containsExactly(
            new NumberColumn("age", OptionalDouble.of(30)),
            new CategoryColumn("colour", List.of("green", "red"), false));
    assertThat(data.preprocessing().encode(Map.of("age", "", "colour", "green")))
        .containsExactly(30, 1, 0);
    assertThat(data.preprocessing().applied(new double[] {30, 1, 0})).containsExactly(0, 1, 0);
  }

  @Test
  void everythingIsFittedOnTheTrainingPartAlone() {
    StringBuilder text = new StringBuilder("x,kind,y\n");
    for (int row = 0; row < 100; row++) {
      text.append(row % 7 == 0 ? "" : row * row).append(",k").append(row).append(',').append(row);
      text.append('\n');
    }

    Split split =
        Table.csv(file(text.toString())).predicting("y").split(shares(0.6, 0.2, 0.2).seed(3));

    int[] training = DoubleStream.of(targets(split.training())).mapToInt(y -> (int) y).toArray();
    double mean =
        IntStream.of(training)
            .filter(row -> row % 7 != 0)
            .mapToDouble(row -> row * row)
            .average()
            .orElseThrow();
    assertThat(training).hasSize(60);
    assertThat(targets(split.validation().orElseThrow())).hasSize(20);
    assertThat(split.training().preprocessing().encoding().orElseThrow().columns())
        .containsExactly(
            new NumberColumn("x", OptionalDouble.of(mean)),
            new CategoryColumn(
                "kind",
                IntStream.of(training).mapToObj(row -> "k" + row).sorted().toList(),
                false));
    Dataset test = split.test().orElseThrow();
    assertThat(test.preprocessing()).isEqualTo(split.training().preprocessing());
    assertThat(features(test, 0)).hasSize(61).endsWith(new double[60]);
  }

  @Test
  void aColumnOfNumbersIsPredictedAsNumbers() {
    Dataset data = Table.csv(file("x,y\n1,1.5\n2,-3\n")).predicting("y").dataset();

    assertThat(targets(data)).containsExactly(1.5, -3);
    assertThat(data.labels()).isEmpty();
  }

  @Test
  void classesMayBeWrittenAsNumbers() {
    Dataset data =
        Table.csv(file("x,zip,y\n1,10,7\n2,20,3\n"))
            .predicting("y")
            .categories("y", "zip")
            .dataset();

    assertThat(targets(data)).containsExactly(1, 0);
    assertThat(data.labels()).containsExactly("3", "7");
    assertThat(features(data, 1)).endsWith(0, 1);
  }

  @Test
  void missingNumbersCanBeFilledInOtherWays() {
    TableRecipe recipe = Table.csv(file(SMALL)).predicting("bought").notNormalized();

    assertThat(features(recipe.filling(median()).dataset(), 1)).containsExactly(20, 1, 0);
    assertThat(features(recipe.filling(constant(-1)).dataset(), 1)).containsExactly(-1, 1, 0);
    assertThat(features(recipe.filling("age", constant(5)).dataset(), 1)).containsExactly(5, 1, 0);
  }

  @Test
  void textsThatStandForMissingCellsCanBeGiven() {
    Table table = Table.csv(file("x,y\n1,2\n-99,3\nNA,4\n"));

    Dataset usual = table.predicting("y").notNormalized().dataset();
    Dataset other = table.missing("-99", "NA").predicting("y").notNormalized().dataset();

    assertThat(features(usual, 2)).containsExactly(-49);
    assertThat(features(other, 1)).containsExactly(1);
  }

  @Test
  void anotherNormalizerCanBeGiven() {
    Dataset data = Table.csv(file(SMALL)).predicting("bought").normalized(minMax()).dataset();

    assertThat(features(data, 0)).startsWith(0, 0, 1);
    assertThat(features(data, 3)[0]).isEqualTo(1);
  }

  @Test
  void partsCanBeStratified() {
    Split split =
        Table.csv(file(fiftyRecords()))
            .predicting("y")
            .split(shares(0.8, 0.2).seed(7).stratified());

    assertThat(targets(split.validation().orElseThrow())).hasSize(10);
    assertThat(IntStream.range(0, 10).mapToDouble(row -> targets(split.validation().get())[row]))
        .filteredOn(target -> target == 0)
        .hasSize(2);
  }

  @Test
  void eachFoldIsEncodedByItsOwnTrainingPart() {
    List<Split> folds = Table.csv(file(fiftyRecords())).predicting("y").folds(folds(5));

    assertThat(folds).hasSize(5);
    assertThat(folds.stream().map(fold -> fold.training().preprocessing()).distinct()).hasSize(5);
    assertThat(folds)
        .allSatisfy(
            fold ->
                assertThat(
                        IntStream.range(0, 40)
                            .mapToDouble(row -> features(fold.training(), row)[0])
                            .sum())
                    .isCloseTo(0, EXACT));
  }

  @Test
  void otherRecordsAreEncodedAsThoseBefore() {
    Dataset learned = Table.csv(file(SMALL)).predicting("bought").dataset();
    Path later =
        IdxBytes.write(folder.resolve("later"), bytes("bought,colour,age,x\nno,blue,,1\n"));

    Dataset data = Table.csv(later).predicting("bought").encodedBy(learned.preprocessing());

    assertThat(features(data, 0)).containsExactly(30, 0, 0);
    assertThat(targets(data)).containsExactly(0);
    assertThat(features(learned.preprocessing().appliedTo(data), 0)).containsExactly(0, 0, 0);
  }

  private Path file(String text) {
    return IdxBytes.write(folder.resolve("file.csv"), bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String fiftyRecords() {
    StringBuilder text = new StringBuilder("x,y\n");
    for (int row = 0; row < 50; row++) {
      text.append(row * row).append(row % 5 == 0 ? ",rare\n" : ",usual\n");
    }
    return text.toString();
  }

  private static double[] features(Dataset data, int row) {
    double[] features = new double[data.featureWidth()];
    data.copyFeatures(row, features, 0);
    return features;
  }

  private static double[] targets(Dataset data) {
    double[] targets = new double[data.size()];
    for (int row = 0; row < targets.length; row++) {
      data.copyTargets(row, targets, row);
    }
    return targets;
  }
}
