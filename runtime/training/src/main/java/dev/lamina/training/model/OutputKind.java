package dev.lamina.training.model;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.inference.RowCheck;
import dev.lamina.training.data.Preprocessing;

/**
 * What the outputs of a network tell.
 *
 * @param check who refuses in the network's name
 * @param last the layer that ends the network
 * @param preprocessing what the classes are called
 */
record OutputKind(RowCheck check, Outline.Entry last, Preprocessing preprocessing) {

  /** Whether they are probabilities of classes that exclude each other. */
  boolean hasClasses() {
    Activation output = last.layer().outputActivation();
    boolean oneSigmoid = output instanceof Sigmoid && last.outputShape().size() == 1;
    return oneSigmoid || output instanceof Softmax;
  }

  /** Refuses networks whose outputs name no class. */
  void requireClasses() {
    if (!hasClasses()) {
      throw refusal(
          "ends the network, but a class is read from softmax, or from one sigmoid.",
          "use `predict` for the outputs, or end the network in such a layer.");
    }
  }

  /** Says that the layer that ends the network keeps it from telling what was asked. */
  InvalidDescriptionException refusal(String finding, String fix) {
    return check.refusal(new Problem(last.place(), finding, fix));
  }
}
