package dev.lamina.dsl.explanation;

import java.util.HashMap;
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

  /** Of a word that has a default for every component, before anything is said of DL4J. */
  static Defaults of(Record value) {
    return new Defaults(value, Set.of(), Map.of());
  }

  /** With these components, or the word, the same in DL4J. */
  Defaults same(String... names) {
    return each(Settings.SAME, names);
  }

  /** With these components, or the word, missing in DL4J. */
  Defaults missing(String... names) {
    return each(Settings.MISSING, names);
  }

  /** With one component, or the word, of which DL4J makes something else. */
  Defaults differs(String name, String how) {
    return each(how, name);
  }

  private Defaults each(String note, String... names) {
    Map<String, String> notes = new HashMap<>(dl4j);
    for (String name : names) {
      notes.put(name, note);
    }
    return new Defaults(value, required, notes, absent);
  }
}
