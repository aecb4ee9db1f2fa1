package dev.lamina.dsl.network;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.tanh;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Networks.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.layer.ParameterCount;
import dev.lamina.dsl.layer.Stack;
import dev.lamina.dsl.shape.Flat;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {

  @Test
  void fragmentsAreFlattenedAndShapesFlowFromLayerToLayer() {
    Stack unit = stack(dense(8), stack(batchNorm()));

    Outline outline = sequential(input(3), unit, dense(2).named("out")).outline();

    assertThat(outline.input()).isEqualTo(input(3));
    assertThat(outline.entries())
        .containsExactly(
            entry(1, "dense", dense(8), 3, 8),
            entry(2, "batch_normalization", batchNorm(), 8, 8),
            entry(3, "out", dense(2).named("out"), 8, 2));
    assertThat(outline.outputShape()).isEqualTo(new Flat(2));
    assertThat(outline.last()).isEqualTo(entry(3, "out", dense(2).named("out"), 8, 2));
  }

  @Test
  void parametersAreThoseOfAllLayers() {
    Network network = sequential(input(3), dense(8), batchNorm(), dropout(0.3), dense(2));

    ParameterCount count = network.parameters();

    assertThat(count).isEqualTo(new ParameterCount(3 * 8 + 8 + 2 * 8 + 8 * 2 + 2, 2 * 8));
  }

  @Test
  void withoutLayersTheInputFlowsOut() {
    Outline outline = sequential(input(3)).outline();

    assertThat(outline.entries()).isEmpty();
    assertThat(outline.outputShape()).isEqualTo(new Flat(3));
    assertThat(outline.parameters()).isEqualTo(ParameterCount.NONE);
  }

  @Test
  void aPlaceIsANumberAndTheCodeOfTheLayer() {
    Outline outline = sequential(input(3), dense(8).l2(0.01), relu()).outline();

    List<String> places = outline.entries().stream().map(Outline.Entry::place).toList();

    assertThat(places).containsExactly("Layer 1 `dense(8).l2(0.01)`", "Layer 2 `relu()`");
  }

  @Test
  void layersWithoutANameAreNumberedByTypeFromTheSecondOn() {
    Network network =
        sequential(
            input(3),
            dense(8),
            batchNorm(),
            relu(),
            dropout(0.3),
            dense(8),
            batchNorm(),
            tanh(),
            dropout(0.2),
            dense(1));

    List<String> names = namesOf(network);

    assertThat(names)
        .containsExactly(
            "dense",
            "batch_normalization",
            "activation",
            "dropout",
            "dense_1",
            "batch_normalization_1",
            "activation_1",
            "dropout_1",
            "dense_2");
  }

  @Test
  void namesThatTheUserGaveAreSkippedWhereverTheyCome() {
    Network network =
        sequential(
            input(3),
            dense(8),
            dense(8),
            relu().named("dense"),
            dense(8).named("dense_2"),
            dense(8));

    List<String> names = namesOf(network);

    assertThat(names).containsExactly("dense_1", "dense_3", "dense", "dense_2", "dense_4");
  }

  @Test
  void aFragmentUsedTwiceGetsTwoNames() {
    Stack unit = stack(dense(8), relu());

    List<String> names = namesOf(sequential(input(3), unit, unit));

    assertThat(names).containsExactly("dense", "activation", "dense_1", "activation_1");
  }

  private static Outline.Entry entry(int number, String name, Layer layer, int in, int out) {
    return new Outline.Entry(number, name, layer, new Flat(in), new Flat(out));
  }

  private static List<String> namesOf(Network network) {
    return network.outline().entries().stream().map(Outline.Entry::name).toList();
  }
}
