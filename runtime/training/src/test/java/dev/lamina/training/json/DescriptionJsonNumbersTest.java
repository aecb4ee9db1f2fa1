package dev.lamina.training.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionJsonNumbersTest {

  record Numbers(List<Double> values) {}

  record Whole(int number, long large) {}

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.1,
        0.002,
        -0.0,
        1e-300,
        1.0000000000000002,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        -Double.MAX_VALUE,
        1e22
      })
  void numbersComeBackToTheBit(double value) {
    String json = DescriptionJson.write(new Numbers(List.of(value)));

    double back = DescriptionJson.read(json, Numbers.class).values().get(0);

    assertThat(Double.doubleToRawLongBits(back)).isEqualTo(Double.doubleToRawLongBits(value));
  }

  @Test
  void numbersOfAnyBitsComeBack() {
    Random random = new Random(2);
    List<Double> values =
        DoubleStream.generate(() -> Double.longBitsToDouble(random.nextLong()))
            .filter(Double::isFinite)
            .limit(10_000)
            .boxed()
            .toList();

    String json = DescriptionJson.write(new Numbers(values));

    assertThat(DescriptionJson.read(json, Numbers.class).values()).isEqualTo(values);
  }

  @Test
  void wholeNumbersComeBackToTheirLimits() {
    Whole limits = new Whole(Integer.MIN_VALUE, Long.MAX_VALUE);

    Whole back = DescriptionJson.read(DescriptionJson.write(limits), Whole.class);

    assertThat(back).isEqualTo(limits);
  }

  @Test
  void wholeNumbersAreNumbersToo() {
    String json = "{\"values\":[3,100000000000000000000]}";

    Numbers back = DescriptionJson.read(json, Numbers.class);

    assertThat(back.values()).containsExactly(3.0, 1e20);
  }
}
