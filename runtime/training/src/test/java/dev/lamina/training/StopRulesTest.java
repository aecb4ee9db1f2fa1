package dev.lamina.training;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Training.earlyStopping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.history.Epoch;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules that hear scripted values, with weights that are the number of the epoch. */
class StopRulesTest {

  private static final EarlyStopping LOSS = earlyStopping(validation(loss()));
  private static final EarlyStopping ACCURACY = earlyStopping(training(accuracy()));

  private final Engine engine = Engine.create(Compiler.compile(Xor.network(), Xor.plan()));

  @Test
  void theWeightsOfTheBestEpochAreRestored() {
    StopRules rules = rules(LOSS.patience(2));

    StopReason reason = run(rules, 0.2, 0.15, 0.1, 0.11, 0.12, 0.13);
    rules.restoreBest(reason);

    assertThat(reason).isEqualTo(new StopReason.NoProgress(LOSS.patience(2), 3));
    assertThat(weights()).isEqualTo(2);
  }

  @Test
  void theLastWeightsStayWhereTheyAreToBeKept() {
    StopRules rules = rules(LOSS.patience(2).keepLast());

    StopReason reason = run(rules, 0.2, 0.15, 0.1, 0.11, 0.12, 0.13);
    rules.restoreBest(reason);

    assertThat(reason).isInstanceOf(StopReason.NoProgress.class);
    assertThat(weights()).isEqualTo(4);
  }

  @Test
  void theBestWeightsAreRestoredWhenAllEpochsAreDoneToo() {
    StopRules rules = rules(LOSS.patience(9));

    StopReason reason = run(rules, 0.2, 0.1, 0.15);
    rules.restoreBest(reason);

    assertThat(reason).isEqualTo(new StopReason.EpochsDone(3));
    assertThat(weights()).isEqualTo(1);
  }

  @Test
  void weightsOfANotANumberAreNotRestored() {
    StopRules rules = rules(LOSS.patience(2));

    StopReason reason = run(rules, Double.NaN, 0.3, Double.NaN, Double.NaN);
    rules.restoreBest(reason);

    assertThat(reason).isEqualTo(new StopReason.NoProgress(LOSS.patience(2), 2));
    assertThat(weights()).isEqualTo(1);
  }

  @Test
  void theRuleThatEndsTrainingRestoresItsBest() {
    // The accuracy is minus the loss times the epoch, so the second rule is best in the first.
    StopRules rules = rules(LOSS.patience(9), ACCURACY.patience(2));

    StopReason reason = run(rules, 0.3, 0.2, 0.1);
    rules.restoreBest(reason);

    assertThat(reason).isEqualTo(new StopReason.NoProgress(ACCURACY.patience(2), 1));
    assertThat(weights()).isZero();
  }

  @Test
  void theFirstRuleThatRestoresDoesSoWhereNoneEndedTraining() {
    StopRules rules = rules(ACCURACY.patience(9).keepLast(), LOSS.patience(9));

    StopReason reason = run(rules, 0.3, 0.1, 0.2);
    rules.restoreBest(reason);

    assertThat(reason).isEqualTo(new StopReason.EpochsDone(3));
    assertThat(weights()).isEqualTo(1);
  }

  @Test
  void nothingIsRestoredBeforeTheFirstEpochToLookAt() {
    StopRules rules = rules(LOSS.startFrom(5));

    StopReason reason = run(rules, 0.3, 0.1, 0.2);
    rules.restoreBest(reason);

    assertThat(weights()).isEqualTo(2);
  }

  private StopRules rules(EarlyStopping... rules) {
    return new StopRules(Xor.plan().stopWhen(rules), engine);
  }

  private StopReason run(StopRules rules, double... losses) {
    for (int epoch = 0; epoch < losses.length; epoch++) {
      engine.parameter("out", "b", new double[] {epoch});
      Optional<StopReason> reason = rules.after(epoch, measured(epoch, losses[epoch]));
      if (reason.isPresent()) {
        return reason.get();
      }
    }
    return new StopReason.EpochsDone(losses.length);
  }

  private static Epoch measured(int epoch, double loss) {
    return new Epoch(
        epoch + 1, Map.of(validation(loss()), loss, training(accuracy()), -loss * epoch), 0.01, 0);
  }

  private double weights() {
    return engine.parameter("out", "b")[0];
  }
}
