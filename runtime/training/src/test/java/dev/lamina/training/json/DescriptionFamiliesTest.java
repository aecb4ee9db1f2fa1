package dev.lamina.training.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.augmentation.Augmentation;
import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.layer.Constraint;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.optimizer.Schedule;
import dev.lamina.dsl.shape.Shape;
import dev.lamina.dsl.training.Clipping;
import dev.lamina.dsl.training.StopRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Members of sealed families, which JSON tells apart by a word. */
class DescriptionFamiliesTest {

  sealed interface Shade permits Warm, Grey {}

  sealed interface Warm extends Shade permits DeepRed {}

  record DeepRed(int strength) implements Warm {}

  enum Grey implements Shade {
    LIGHT {
      @Override
      public String toString() {
        return "almost white";
      }
    },
    DARK
  }

  record Picture(List<Shade> shades) {}

  static Stream<Arguments> members() {
    return Stream.of(
            Network.class,
            Shape.class,
            Block.class,
            Layer.class,
            Activation.class,
            Initializer.class,
            Constraint.class,
            Loss.class,
            Optimizer.class,
            Schedule.class,
            Metric.class,
            StopRule.class,
            Clipping.class,
            Augmentation.class,
            Shade.class)
        .flatMap(
            family ->
                Stream.of(true, false)
                    .flatMap(full -> new DescriptionSamples(full).membersOf(family))
                    .map(member -> Arguments.of(family, member)));
  }

  @ParameterizedTest
  @MethodSource("members")
  void everyMemberOfEveryFamilyComesBack(Class<?> family, Object member) {
    String json = DescriptionJson.write(member);

    Object back = DescriptionJson.read(json, family);

    assertThat(back).isEqualTo(member);
    assertThat(DescriptionJson.write(back)).isEqualTo(json);
  }

  @Test
  void familiesWithinFamiliesAndConstantsWithBodiesComeBack() {
    Picture picture = new Picture(List.of(new DeepRed(3), Grey.LIGHT, Grey.DARK));

    String json = DescriptionJson.write(picture);

    assertThat(json.replaceAll("\\s", ""))
        .isEqualTo(
            "{\"shades\":[{\"is\":\"deepRed\",\"strength\":3},"
                + "{\"is\":\"grey\",\"value\":\"LIGHT\"},{\"is\":\"grey\",\"value\":\"DARK\"}]}");
    assertThat(DescriptionJson.read(json, Picture.class)).isEqualTo(picture);
  }
}
