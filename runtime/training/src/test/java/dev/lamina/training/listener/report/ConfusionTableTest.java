package dev.lamina.training.listener.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.evaluation.ConfusionMatrix;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfusionTableTest {

  @Test
  void upToTenClassesStandBesideTheirScores() {
    String html = html(10);

    assertThat(html).contains("class=\"card scrolled\" tabindex=\"0\" id=\"counts\"");
  }

  @Test
  void moreClassesTakeTheWholeWidth() {
    String html = html(60);

    assertThat(html).contains("class=\"card scrolled wide\" tabindex=\"0\" id=\"counts\"");
  }

  @Test
  void aTableThatIsTooLargeIsSaidToBeLeftOut() {
    String html = html(61);

    assertThat(html)
        .doesNotContain("id=\"counts\"")
        .contains("id=\"scores\"")
        .contains(
            "The table of actual and predicted classes is left out: it is shown up to 60 classes,"
                + " and there are 61.");
  }

  private static String html(int classes) {
    int[] each = IntStream.range(0, classes).toArray();
    List<String> labels = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    ConfusionMatrix matrix = ConfusionMatrix.of(each, each, labels);
    return new ConfusionTable(matrix)
        .parts().stream().map(Html::text).collect(Collectors.joining());
  }
}
