package dev.lamina.dsl.layer;

import java.util.stream.Stream;

/** A fragment of a network: one layer, or several that belong together. */
public sealed interface Block permits Layer, Stack {

  /** The layers of this fragment, from input to output. */
  Stream<Layer> layers();
}
