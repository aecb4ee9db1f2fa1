package dev.lamina.dsl.network;

import dev.lamina.dsl.layer.Layer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for layers that have none: the type in snake case, numbered from its second use. */
final class LayerNames {

  private static final Pattern WORDS_MEET = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private final Set<String> taken;
  private final Map<String, Integer> used = new HashMap<>();

  private LayerNames(Set<String> taken) {
    this.taken = taken;
  }

  /** Names that differ from those which the user gave. */
  static LayerNames apartFrom(List<Layer> layers) {
    Set<String> given = new HashSet<>();
    layers.forEach(layer -> layer.name().ifPresent(given::add));
    return new LayerNames(given);
  }

  /** The given name, or the next free one of the layer's type. */
  String nameOf(Layer layer) {
    return layer.name().orElseGet(() -> nextOf(snakeCase(layer.type())));
  }

  private String nextOf(String base) {
    String name;
    do {
      int number = used.merge(base, 1, Integer::sum) - 1;
      name = number == 0 ? base : base + "_" + number;
    } while (taken.contains(name));
    return name;
  }

  private static String snakeCase(String type) {
    return WORDS_MEET.matcher(type).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
