package dev.lamina.integration.parity;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.glorotNormal;
import static dev.lamina.dsl.Initializers.glorotUniform;
import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Initializers.heUniform;
import static dev.lamina.dsl.Initializers.identity;
import static dev.lamina.dsl.Initializers.lecunNormal;
import static dev.lamina.dsl.Initializers.lecunUniform;
import static dev.lamina.dsl.Initializers.normal;
import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Initializers.orthogonal;
import static dev.lamina.dsl.Initializers.truncatedNormal;
import static dev.lamina.dsl.Initializers.uniform;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.FLOAT64;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.Orthogonal;
import dev.lamina.training.model.Model;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Initializers: 100,000 weights of a layer with 400 inputs and 250 units. */
final class InitializerRows {

  static final int INPUTS = 400;
  static final int UNITS = 250;

  private static final int SEED = 5;

  private static final List<Initializer> WORDS =
      List.of(
          zeros(),
          ones(),
          constant(0.3),
          uniform(),
          uniform(-1, 3),
          normal(),
          normal(0.2).mean(1),
          truncatedNormal(),
          truncatedNormal(0.2).mean(1),
          glorotUniform(),
          glorotNormal(),
          heUniform(),
          heNormal(),
          lecunUniform(),
          lecunNormal(),
          orthogonal(),
          orthogonal().gain(2),
          identity(),
          identity().gain(0.5));

  private InitializerRows() {}

  static List<Row> rows() {
    return WORDS.stream().map(InitializerRows::row).toList();
  }

  private static Row row(Initializer word) {
    PlainInitializer plain = word.accept(new PlainInitializers());
    Optional<IWeightInit> dl4j = word.accept(new Dl4jInitializers());
    return new Row(
        "Initializers",
        word.toString(),
        word.getClass(),
        plain.formula(),
        plain.reference(),
        plain.difference(drawn(word)),
        plain.tolerance(),
        dl4j.map(theirs -> Dl4j.differsBy(plain.difference(drawn(theirs))))
            .orElseGet(() -> unmeasured(word)));
  }

  private static Dl4j unmeasured(Initializer word) {
    return word instanceof Orthogonal
        ? Dl4j.fails("not measured: no end after 8 minutes at this size")
        : Dl4j.fails("refuses what is not square");
  }

  private static double[][] drawn(Initializer word) {
    return Model.untrained(
            sequential(input(INPUTS), dense(UNITS).initializer(word).named("layer")),
            training(meanSquaredError(), sgd()).precision(FLOAT64).seed(SEED))
        .weights()
        .matrix("layer", "kernel");
  }

  private static double[][] drawn(IWeightInit dl4j) {
    Nd4j.getRandom().setSeed(SEED);
    INDArray view = Nd4j.create(DataType.DOUBLE, (long) INPUTS * UNITS);
    return dl4j.init(INPUTS, UNITS, new long[] {INPUTS, UNITS}, 'f', view).toDoubleMatrix();
  }
}
