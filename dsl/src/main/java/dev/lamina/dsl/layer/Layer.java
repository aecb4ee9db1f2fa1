package dev.lamina.dsl.layer;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One layer of a network, described by the words of the textbook. */
public sealed interface Layer extends Block permits Dense, BatchNorm, Noise, ActivationLayer {

  /** The name that the user gave, if any; otherwise the network numbers the type. */
  Optional<String> name();

  /** The same layer under this name. */
  Layer named(String name);

  /** The type as Keras names it, such as {@code BatchNormalization}. */
  String type();

  /** The shape of one sample of its output where its input has shape {@code input}. */
  Shape outputShape(Shape input);

  /** What it learns and keeps where its input has shape {@code input}. */
  List<Parameter> parameters(Shape input);

  /** The activation of what it gives on: linear where it has none. */
  Activation outputActivation();

  /** Calls the method for this kind of layer. */
  <R> R accept(Cases<R> cases);

  @Override
  default Stream<Layer> layers() {
    return Stream.of(this);
  }

  /** Handles each kind of layer. */
  interface Cases<R> {

    /** Fully connected neurons. */
    R dense(Dense dense);

    /** Batch normalization. */
    R batchNorm(BatchNorm batchNorm);

    /** Dropout. */
    R dropout(Dropout dropout);

    /** Dropout that keeps mean 0 and variance 1, for SELU. */
    R alphaDropout(AlphaDropout alphaDropout);

    /** Multiplied noise. */
    R gaussianDropout(GaussianDropout gaussianDropout);

    /** Added noise. */
    R gaussianNoise(GaussianNoise gaussianNoise);

    /** An activation function as a layer of its own. */
    R activation(ActivationLayer activation);
  }
}
