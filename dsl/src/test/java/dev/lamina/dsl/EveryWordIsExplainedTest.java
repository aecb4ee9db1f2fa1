package dev.lamina.dsl;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.layer.Constraint;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.optimizer.Schedule;
import dev.lamina.dsl.training.TrainingPlan;
import java.lang.reflect.RecordComponent;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reminds of what a new word or option still lacks: what DL4J would have done with it. */
class EveryWordIsExplainedTest {

  private static final Network LINE = sequential(input(1), dense(1));

  static Stream<Layer> layers() {
    return of(Layer.class);
  }

  static Stream<Activation> activations() {
    return of(Activation.class);
  }

  static Stream<Initializer> initializers() {
    return of(Initializer.class);
  }

  static Stream<Constraint> constraints() {
    return of(Constraint.class);
  }

  static Stream<Schedule> schedules() {
    return of(Schedule.class);
  }

  static Stream<TrainingPlan> plans() {
    return of(TrainingPlan.class);
  }

  static Stream<Loss> losses() {
    return of(Loss.class);
  }

  static Stream<Optimizer> optimizers() {
    return of(Optimizer.class);
  }

  @ParameterizedTest
  @MethodSource("layers")
  void everyLayerIsExplained(Layer layer) {
    assertThat(sequential(input(3), layer).explain()).contains("Layer 1 `" + layer + "`");
  }

  @ParameterizedTest
  @MethodSource("activations")
  void everyActivationIsExplained(Activation activation) {
    assertThat(sequential(input(3), dense(2).activation(activation)).explain())
        .containsPattern("activation +" + quoted(activation));
  }

  @ParameterizedTest
  @MethodSource("initializers")
  void everyInitializerIsExplained(Initializer initializer) {
    assertThat(sequential(input(3), dense(2).initializer(initializer)).explain())
        .containsPattern("initializer +" + quoted(initializer));
  }

  @ParameterizedTest
  @MethodSource("constraints")
  void everyConstraintIsExplained(Constraint constraint) {
    assertThat(sequential(input(3), dense(2).constraint(constraint)).explain())
        .containsPattern("constraint +" + quoted(constraint));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void everyScheduleIsExplained(Schedule schedule) {
    assertThat(LINE.explain(training(meanSquaredError(), sgd(schedule))))
        .containsPattern("learningRate +" + quoted(schedule));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void everyOptionOfAPlanIsExplained(TrainingPlan plan) {
    String explanation = LINE.explain(plan);

    assertThat(TrainingPlan.class.getRecordComponents())
        .extracting(RecordComponent::getName)
        .allSatisfy(option -> assertThat(explanation).containsPattern("    " + option + " "));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void everyLossIsExplained(Loss loss) {
    assertThat(LINE.explain(training(loss, sgd()))).contains("Its loss `" + loss + "`");
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerIsExplained(Optimizer optimizer) {
    assertThat(LINE.explain(training(meanSquaredError(), optimizer)))
        .contains("Its optimizer `" + optimizer + "`");
  }

  private static String quoted(Object word) {
    return Pattern.quote(Code.literal(word));
  }

  private static <T> Stream<T> of(Class<T> family) {
    return EveryWord.descriptions().filter(family::isInstance).map(family::cast);
  }
}
