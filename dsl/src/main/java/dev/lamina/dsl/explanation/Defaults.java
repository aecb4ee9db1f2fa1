package dev.lamina.dsl.explanation;

import java.util.Map;
import java.util.Set;

/**
 * What to compare a description with.
 *
 * @param value the same description with every option at its default
 * @param required the components without a default
 * @param dl4j what DL4J would have done, by the name of the component
 * @param absent what holds where an optional component is not given, by its name
 */
record Defaults(
    Record value, Set<String> required, Map<String, String> dl4j, Map<String, String> absent) {

  /** The name under which notes tell what DL4J does with the word itself. */
  static final String WORD = "";

  /** Copies the collections. */
  Defaults {
    required = Set.copyOf(required);
    dl4j = Map.copyOf(dl4j);
    absent = Map.copyOf(absent);
  }

  /** Where nothing holds in place of an optional component. */
  Defaults(Record value, Set<String> required, Map<String, String> dl4j) {
    this(value, required, dl4j, Map.of());
  }
}
