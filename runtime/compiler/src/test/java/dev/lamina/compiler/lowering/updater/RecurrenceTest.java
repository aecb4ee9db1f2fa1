package dev.lamina.compiler.lowering.updater;

import static dev.lamina.dsl.Schedules.exponentialDecay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.compiler.lowering.schedule.ScheduledRate;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** What every updater of ours must do that DL4J saves, restores, copies and calls. */
class RecurrenceTest {

  static Stream<IUpdater> updaters() {
    return Stream.concat(
        recurrences(),
        Stream.of(
            new Nesterovs(0.05, 0.9),
            scheduled(new Nesterovs(0.05, 0.9)),
            scheduled(new TextbookAdam(0.05, 0.9, 0.99, 1e-3, false))));
  }

  static Stream<Recurrence> recurrences() {
    return Stream.of(
        new TextbookAdam(0.05, 0.9, 0.99, 1e-3, false),
        new TextbookAdam(0.05, 0.9, 0.99, 1e-3, true),
        new PolyakMomentum(0.05, 0.8),
        new TextbookAdaGrad(0.05, 0.1, 1e-7, true),
        new TextbookRmsProp(0.05, 0.8, 1e-7, false, false),
        new TextbookRmsProp(0.05, 0.8, 1e-4, true, true),
        new TextbookAmsGrad(0.05, 0.8, 0.9, 1e-7, true),
        new TextbookAdaMax(0.05, 0.8, 0.9, 0),
        new TextbookAdaDelta(0.5, 0.9, 1e-5),
        new TextbookNadam(0.05, 0.8, 0.9, 1e-7, true),
        new TextbookLion(0.05, 0.8, 0.9),
        new TextbookAdaBelief(0.05, 0.8, 0.9, 1e-7));
  }

  @ParameterizedTest
  @MethodSource("updaters")
  void savedAndRestoredTrainingEndsInTheSameBits(IUpdater updater, @TempDir Path folder)
      throws IOException {
    DataSet data = data();
    ComputationGraph uninterrupted = graph(updater);
    ComputationGraph interrupted = graph(updater);
    File file = folder.resolve("model.zip").toFile();

    fit(uninterrupted, data, 14);
    fit(interrupted, data, 7);
    ModelSerializer.writeModel(interrupted, file, true);
    ComputationGraph resumed = ModelSerializer.restoreComputationGraph(file, true);
    fit(resumed, data, 7);

    float[] end = uninterrupted.params().toFloatVector();
    assertThat(resumed.params().toFloatVector()).containsExactly(end);
    assertThat(interrupted.params().toFloatVector()).isNotEqualTo(end);
    assertThat(resumed.getUpdater().getStateViewArray().toFloatVector())
        .containsExactly(uninterrupted.getUpdater().getStateViewArray().toFloatVector());
  }

  @ParameterizedTest
  @MethodSource("updaters")
  void theConfigurationSurvivesJsonWithAndWithoutSchedule(IUpdater updater) {
    IUpdater scheduled = scheduled(updater);

    IUpdater back = readBack(updater);
    IUpdater scheduledBack = readBack(scheduled);

    assertThat(back).isEqualTo(updater).hasSameHashCodeAs(updater).hasToString(updater.toString());
    assertThat(scheduledBack).isEqualTo(scheduled);
    assertThat(scheduledBack.getLearningRate(1, 0)).isEqualTo(0.005);
  }

  @ParameterizedTest
  @MethodSource("recurrences")
  void aCopyIsEqualUntilItsRateChanges(Recurrence recurrence) {
    Recurrence copy = recurrence.clone();
    boolean equalAtFirst = copy.equals(recurrence);

    copy.setLrAndSchedule(0.125, null);

    assertThat(equalAtFirst).isTrue();
    assertThat(copy).isNotEqualTo(recurrence);
    assertThat(recurrence.getLearningRate(0, 0)).isNotEqualTo(0.125);
  }

  @ParameterizedTest
  @MethodSource("recurrences")
  void aWeightWithoutGradientStaysAndIsFiniteInSinglePrecision(Recurrence recurrence) {
    GradientUpdater<Recurrence> updater =
        recurrence.instantiate(Nd4j.create(DataType.FLOAT, recurrence.stateSize(3)), true);
    INDArray gradient = Nd4j.create(DataType.FLOAT, 3);

    for (int iteration = 0; iteration < 5; iteration++) {
      gradient.assign(Nd4j.createFromArray(0f, 1e-30f, 1e10f));
      updater.applyUpdater(gradient, iteration, 0);
    }

    assertThat(gradient.getDouble(0)).isZero();
    assertThat(Arrays.stream(gradient.toDoubleVector())).allMatch(Double::isFinite);
    assertThat(gradient.getDouble(2)).isPositive();
  }

  @ParameterizedTest
  @MethodSource("recurrences")
  void aStateMapIsUsedInPlaceAndGivenBack(Recurrence recurrence) {
    GradientUpdater<Recurrence> first =
        recurrence.instantiate(Nd4j.create(DataType.DOUBLE, recurrence.stateSize(2)), true);
    first.applyUpdater(Nd4j.createFromArray(1.0, 2), 0, 0);
    Map<String, INDArray> copied = new HashMap<>();
    first.getState().forEach((name, part) -> copied.put(name, part.dup()));
    INDArray expected = Nd4j.createFromArray(0.5, -0.25);
    INDArray actual = expected.dup();

    first.applyUpdater(expected, 1, 0);
    recurrence.instantiate(copied, false).applyUpdater(actual, 1, 0);

    assertThat(actual.toDoubleVector()).containsExactly(expected.toDoubleVector());
  }

  @Test
  void stateOfAnotherOptimizerIsRefused() {
    Recurrence momentum = new PolyakMomentum(0.01, 0.9);
    Map<String, INDArray> state = Map.of("M", Nd4j.zeros(2));

    assertThatThrownBy(() -> momentum.instantiate(state, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "PolyakMomentum expects the state arrays [V], but got [M]."
                + " Fix: restore the state that this optimizer saved.");
  }

  @Test
  void aRateThatIsNotAStepIsRefused() {
    assertThatThrownBy(() -> new PolyakMomentum(-1, 0.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "PolyakMomentum expects `learningRate` to be finite and zero or greater,"
                + " but got -1.0. Fix: give a number in that range.");
  }

  private static IUpdater scheduled(IUpdater updater) {
    IUpdater scheduled = updater.clone();
    scheduled.setLrAndSchedule(Double.NaN, new ScheduledRate(exponentialDecay(0.01, 0.5, 1), 1));
    return scheduled;
  }

  private static IUpdater readBack(IUpdater updater) {
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .updater(updater)
            .layer(new DenseLayer.Builder().nIn(1).nOut(1).build())
            .build();
    NeuralNetConfiguration back = NeuralNetConfiguration.fromJson(configuration.toJson());
    return ((DenseLayer) back.getLayer()).getIUpdater();
  }

  private static void fit(ComputationGraph graph, DataSet data, int steps) {
    for (int step = 0; step < steps; step++) {
      graph.fit(data);
    }
  }

  private static DataSet data() {
    INDArray inputs = Nd4j.linspace(DataType.FLOAT, -1, 0.1, 24).reshape(8, 3);
    return new DataSet(inputs, inputs.sum(true, 1));
  }

  private static ComputationGraph graph(IUpdater updater) {
    DenseLayer hidden =
        new DenseLayer.Builder().nIn(3).nOut(4).activation(new ActivationTanH()).build();
    hidden.setRegularization(List.of(new DecoupledWeightDecay(0.01)));
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .updater(updater)
            .graphBuilder()
            .addInputs("in")
            .addLayer("hidden", hidden, "in")
            .addLayer("norm", new BatchNormalization.Builder().nIn(4).nOut(4).build(), "hidden")
            .addLayer("out", linear(), "norm")
            .addLayer(
                "loss",
                new LossLayer.Builder(new LossMSE()).activation(new ActivationIdentity()).build(),
                "out")
            .setOutputs("loss")
            .build();
    configuration.getDefaultConfiguration().setSeed(17);
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    return graph;
  }

  private static DenseLayer linear() {
    return new DenseLayer.Builder().nIn(4).nOut(1).activation(new ActivationIdentity()).build();
  }
}
