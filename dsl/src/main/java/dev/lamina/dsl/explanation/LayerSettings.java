package dev.lamina.dsl.explanation;

import dev.lamina.dsl.layer.Layer;
import java.util.List;
import java.util.Set;

/** Every value of a layer but its name. */
public final class LayerSettings {

  private LayerSettings() {}

  /** The values of this layer. */
  public static List<Setting> of(Layer layer) {
    return Settings.of((Record) layer, layer.accept(new LayerDefaults()), Set.of("name"));
  }
}
