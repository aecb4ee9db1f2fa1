package dev.lamina.search.report;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.search.Param;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RulerTest {

  @Test
  void roundNumbersAndTheEndsOfARangeAreMarked() {
    assertThat(labels(real("a", 0, 0.5))).containsExactly("0", "0.1", "0.2", "0.3", "0.4", "0.5");
    assertThat(labels(real("a", 1e-4, 0.1).log())).containsExactly("1e-4", "0.001", "0.01", "0.1");
    assertThat(labels(integer("a", 3, 97))).containsExactly("3", "20", "40", "60", "80", "97");
    assertThat(labels(real("a", 2, 2))).containsExactly("2");
  }

  @Test
  void fewValuesAreAllMarked() {
    assertThat(labels(integer("a", 1, 4))).containsExactly("1", "2", "3", "4");
    assertThat(labels(flag("a"))).containsExactly("false", "true");
    assertThat(labels(choice("a", "short", "a very long option")))
        .containsExactly("short", "a very long…");
  }

  @Test
  void marksAreWhereTheirValuesAre() {
    List<Ruler.Mark> marks = Ruler.of(real("a", 1e-4, 1).log()).marks();

    assertThat(marks.get(0).place()).isEqualTo(0, within(1e-12));
    assertThat(marks.get(2).place()).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void onlyLossesThatDifferWidelyAreOnALogarithmicScale() {
    double[] values = {0.01, 1};

    Ruler loss = Ruler.of("loss", values, true);
    Ruler accuracy = Ruler.of("accuracy", values, false);

    assertThat(loss.place(0.1)).isEqualTo(0.5, within(1e-12));
    assertThat(accuracy.place(0.5)).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void theLargestAndTheSmallestNumbersHaveAPlace() {
    double most = Double.MAX_VALUE;
    double tiny = 2 * Double.MIN_VALUE;

    for (boolean isLoss : new boolean[] {true, false}) {
      assertPlaces(Ruler.of("both sides", new double[] {-most, 0, most}, isLoss), -most, 0, most);
      assertPlaces(Ruler.of("tiny", new double[] {-Double.MIN_VALUE, 0}, isLoss), -tiny, 0);
      assertPlaces(Ruler.of("huge", new double[] {most, most}, isLoss), most);
      assertPlaces(Ruler.of("all", new double[] {Double.MIN_VALUE, 1, most}, isLoss), tiny, most);
    }
    assertThat(Ruler.of("all", new double[] {Double.MIN_VALUE, most}, true).place(1))
        .isEqualTo(0.5, within(0.01));
  }

  private static void assertPlaces(Ruler ruler, double... values) {
    assertThat(DoubleStream.of(values).map(ruler::place)).allMatch(each -> each >= 0 && each <= 1);
    assertThat(ruler.marks()).hasSizeBetween(2, 12);
    assertThat(ruler.marks()).allMatch(mark -> mark.place() >= 0 && mark.place() <= 1);
    assertThat(ruler.marks()).allMatch(mark -> Double.isFinite(Double.parseDouble(mark.label())));
  }

  private static List<String> labels(Param<?> param) {
    return Ruler.of(param).marks().stream().map(Ruler.Mark::label).toList();
  }
}
