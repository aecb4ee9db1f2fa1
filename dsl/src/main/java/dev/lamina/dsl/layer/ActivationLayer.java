package dev.lamina.dsl.layer;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * An activation function as a layer of its own: {@code y = f(x)}.
 *
 * <ul>
 *   <li>input x and output y: {@code [batch, n]}
 * </ul>
 *
 * @param activation f
 * @param name the name, if the user gave one
 */
public record ActivationLayer(Activation activation, Optional<String> name) implements Layer {

  /** Without a name. */
  public ActivationLayer(Activation activation) {
    this(activation, Optional.empty());
  }

  /** Checks that the function is there. */
  public ActivationLayer {
    Requirement.of("activation", activation).present("activation", activation).readable(name);
  }

  @Override
  public ActivationLayer named(String given) {
    return new ActivationLayer(activation, Requirement.name(given));
  }

  @Override
  public String type() {
    return "Activation";
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    return List.of();
  }

  @Override
  public Activation outputActivation() {
    return activation;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.activation(this);
  }

  @Override
  public String toString() {
    return new Code(activation.word()).named(name).toString();
  }
}
