package dev.lamina.dsl.network;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * A network of one layer after the other.
 *
 * @param name its name; {@code sequential} by default, as in Keras
 * @param input where samples enter it
 * @param blocks its layers and fragments, from input to output
 */
public record Sequential(String name, Input input, List<Block> blocks) implements Network {

  private static final String DEFAULT_NAME = "sequential";

  /** With the default name. */
  public Sequential(Input input, List<Block> blocks) {
    this(DEFAULT_NAME, input, blocks);
  }

  /** Checks the name and copies the list. */
  public Sequential {
    Requirement.of("sequential", input, blocks)
        .present("input", input)
        .allPresent("block", blocks)
        .present("name", name)
        .readable(Optional.of(name));
    blocks = List.copyOf(blocks);
  }

  @Override
  public Sequential named(String given) {
    return new Sequential(given, input, blocks);
  }

  @Override
  public Outline outline() {
    return Outline.of(input, blocks.stream().flatMap(Block::layers).toList());
  }

  @Override
  public String toString() {
    return Code.call("sequential", input, blocks)
        .thenIf(!name.equals(DEFAULT_NAME), "named", name)
        .toString();
  }
}
