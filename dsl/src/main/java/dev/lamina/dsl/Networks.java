package dev.lamina.dsl;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.layer.Stack;
import dev.lamina.dsl.network.Input;
import dev.lamina.dsl.network.Sequential;
import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;
import java.util.List;

/** Networks and the fragments that they are made of. */
public final class Networks {

  private Networks() {}

  /** Samples of so many numbers. */
  public static Input input(int width) {
    return Input.flat(width);
  }

  /** A network of one layer after the other, from input to output. */
  public static Sequential sequential(Input input, Block... blocks) {
    return new Sequential(input, listed("sequential(input, blocks)", blocks));
  }

  /** Blocks one after the other, as a fragment that can be used wherever a layer can. */
  public static Stack stack(Block... blocks) {
    return new Stack(listed("stack(blocks)", blocks));
  }

  private static List<Block> listed(String call, Block... blocks) {
    new Requirement(new Code(call)).present("blocks", blocks);
    return Arrays.asList(blocks);
  }
}
