package dev.lamina.dsl.network;

import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.layer.ParameterCount;
import dev.lamina.dsl.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A network walked from input to output: its layers with the name, place and shapes of each.
 *
 * <p>Fragments are flattened, and layers without a name are numbered by type as Keras does: {@code
 * dense}, {@code dense_1}. Summary, checks and compiler all start from here.
 *
 * @param input where samples enter
 * @param entries the layers in order
 */
public record Outline(Input input, List<Entry> entries) {

  /** Copies the list. */
  public Outline {
    entries = List.copyOf(entries);
  }

  /**
   * One layer in its place.
   *
   * @param number its place, counted from 1
   * @param name its name, unique unless the user gave one name twice
   * @param layer the layer
   * @param inputShape what one sample looks like where it comes in
   * @param outputShape what one sample looks like where it goes out
   */
  public record Entry(int number, String name, Layer layer, Shape inputShape, Shape outputShape) {

    /** What the layer learns and keeps here. */
    public List<Parameter> parameters() {
      return layer.parameters(inputShape);
    }

    /** How messages point to it, such as {@code Layer 2 `dense(64)`}. */
    public String place() {
      return "Layer " + number + " `" + layer + "`";
    }
  }

  /** The outline of these layers one after the other. */
  static Outline of(Input input, List<Layer> layers) {
    LayerNames names = LayerNames.apartFrom(layers);
    List<Entry> entries = new ArrayList<>();
    Shape shape = input.shape();
    for (Layer layer : layers) {
      Shape output = layer.outputShape(shape);
      entries.add(new Entry(entries.size() + 1, names.nameOf(layer), layer, shape, output));
      shape = output;
    }
    return new Outline(input, entries);
  }

  /** What one sample looks like where it leaves the network. */
  public Shape outputShape() {
    return entries.isEmpty() ? input.shape() : last().outputShape();
  }

  /** The layer that ends the network, which must have one. */
  public Entry last() {
    return entries.get(entries.size() - 1);
  }

  /** How many parameters all layers have. */
  public ParameterCount parameters() {
    return ParameterCount.of(
        entries.stream().flatMap(entry -> entry.parameters().stream()).toList());
  }
}
