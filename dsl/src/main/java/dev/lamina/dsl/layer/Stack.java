package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Blocks one after the other, as a value that can be used wherever a layer can.
 *
 * @param blocks the blocks, from input to output
 */
public record Stack(List<Block> blocks) implements Block {

  /** Copies the list. */
  public Stack {
    Requirement.of("stack", blocks).allPresent("block", blocks);
    blocks = List.copyOf(blocks);
  }

  @Override
  public Stream<Layer> layers() {
    return blocks.stream().flatMap(Block::layers);
  }

  @Override
  public String toString() {
    return Code.call("stack", blocks).toString();
  }
}
