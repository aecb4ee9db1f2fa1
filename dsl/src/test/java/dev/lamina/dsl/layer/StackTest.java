package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Networks.stack;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackTest {

  @Test
  void nestedStacksGiveTheirLayersInOrder() {
    Stack inner = stack(relu(), dropout(0.3));
    Stack outer = stack(dense(8), inner, stack(), inner, dense(2));

    List<Layer> layers = outer.layers().toList();

    assertThat(layers)
        .containsExactly(dense(8), relu(), dropout(0.3), relu(), dropout(0.3), dense(2));
  }

  @Test
  void aStackCopiesItsBlocks() {
    List<Block> listed = new ArrayList<>(List.of(dense(8)));
    Block[] given = {dense(8)};
    Stack fromList = new Stack(listed);
    Stack fromArray = stack(given);

    listed.add(relu());
    given[0] = relu();

    assertThat(fromList.blocks()).containsExactly(dense(8));
    assertThat(fromArray.blocks()).containsExactly(dense(8));
  }

  @Test
  void aMissingBlockIsRefused() {
    String message = messageOf(() -> stack(dense(8), null, relu()));

    assertThat(message)
        .isEqualTo(
            """
            `stack(dense(8), null, relu())` is not valid: 1 problem.
              1. `block` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void missingBlocksAreRefused() {
    String message = messageOf(() -> stack((Block[]) null));

    assertThat(message)
        .isEqualTo(
            """
            `stack(blocks)` is not valid: 1 problem.
              1. `blocks` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void itPrintsItsBlocks() {
    assertThat(stack()).hasToString("stack()");
    assertThat(stack(dense(8), stack(relu()))).hasToString("stack(dense(8), stack(relu()))");
  }
}
