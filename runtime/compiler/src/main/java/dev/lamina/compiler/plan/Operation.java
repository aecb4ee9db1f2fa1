package dev.lamina.compiler.plan;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.loss.Loss;

/** What a node of a plan does. */
public sealed interface Operation {

  /** Calls the method for this kind of operation. */
  <R> R accept(Cases<R> cases);

  /**
   * Applies a layer to its input.
   *
   * @param layer the layer
   */
  record Apply(Layer layer) implements Operation {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.apply(this);
    }

    @Override
    public String toString() {
      return layer.toString();
    }
  }

  /**
   * Ends the network: turns logits into outputs, and compares these with targets.
   *
   * <p>Activation and loss are one operation because only together they stay exact for large
   * logits.
   *
   * @param activation what makes outputs of logits
   * @param loss what compares them with targets
   */
  record Score(Activation activation, Loss loss) implements Operation {

    @Override
    public <R> R accept(Cases<R> cases) {
      return cases.score(this);
    }

    @Override
    public String toString() {
      return activation.word() + " + " + loss;
    }
  }

  /** Handles each kind of operation. */
  interface Cases<R> {

    /** A layer. */
    R apply(Apply apply);

    /** Output activation and loss. */
    R score(Score score);
  }
}
