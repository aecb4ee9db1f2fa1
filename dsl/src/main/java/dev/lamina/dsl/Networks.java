package dev.lamina.dsl;

import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.layer.Stack;
import dev.lamina.dsl.network.Input;
import dev.lamina.dsl.network.Sequential;
import java.util.Arrays;

/** Networks and the fragments that they are made of. */
public final class Networks {

  private Networks() {}

  /** Samples of so many numbers. */
  public static Input input(int width) {
    return Input.flat(width);
  }

  /** A network of one layer after the other, from input to output. */
  public static Sequential sequential(Input input, Block... blocks) {
    return new Sequential(input, Arrays.asList(blocks));
  }

  /** Blocks one after the other, as a fragment that can be used wherever a layer can. */
  public static Stack stack(Block... blocks) {
    return new Stack(Arrays.asList(blocks));
  }
}
