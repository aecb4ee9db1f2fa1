package dev.lamina.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.training.Xor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ModelUnwrapTest {

  private final Model model = Xor.trained();

  @Test
  void theCopyPredictsTheSame() {
    ComputationGraph copy = model.unwrap();

    double[] outputs = copy.outputSingle(features()).toDoubleVector();

    double[][] expected = model.predict(Xor.features());
    assertThat(outputs)
        .containsExactly(
            new double[] {expected[0][0], expected[1][0], expected[2][0], expected[3][0]},
            within(1e-7));
  }

  @Test
  void changesOfTheCopyDoNotReachTheModel() {
    Weights weights = model.weights();
    double[][] outputs = model.predict(Xor.features());
    ComputationGraph copy = model.unwrap();

    copy.fit(new INDArray[] {features()}, new INDArray[] {Nd4j.createFromArray(new float[4][1])});
    copy.params().assign(0);

    assertThat(model.weights()).isEqualTo(weights);
    assertThat(model.predict(Xor.features())).isDeepEqualTo(outputs);
  }

  @Test
  void eachCopyIsItsOwn() {
    ComputationGraph one = model.unwrap();
    ComputationGraph other = model.unwrap();

    one.params().assign(0);

    assertThat(other.params().sumNumber().doubleValue()).isNotZero();
  }

  @Test
  void theCopyHasNoListeners() {
    assertThat(model.unwrap().getListeners()).isEmpty();
  }

  private static INDArray features() {
    return Nd4j.createFromArray(Xor.features()).castTo(DataType.FLOAT);
  }
}
