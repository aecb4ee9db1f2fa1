package dev.lamina.compiler.plan;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Networks.stack;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.loss.CategoricalCrossEntropy;
import dev.lamina.dsl.shape.Flat;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final TrainingPlan TRAINING = training(meanSquaredError(), sgd());

  @Test
  void eachLayerBecomesANodeThatTakesTheOneBefore() {
    Plan plan = Plan.of(sequential(input(2), dense(3).relu(), dropout(0.5), dense(1)), TRAINING);

    assertThat(plan.toString().lines())
        .containsExactly(
            "/input: flat(2)",
            "dense = dense(3).relu() <- /input: flat(2) -> flat(3)",
            "dropout = dropout(0.5) <- dense: flat(3) -> flat(3)",
            "dense_1 = dense(1) <- dropout: flat(3) -> flat(1)");
    assertThat(plan.training()).isEqualTo(TRAINING);
  }

  @Test
  void fragmentsAreFlattened() {
    Plan nested =
        Plan.of(sequential(input(2), stack(dense(3), stack(batchNorm(), relu()))), TRAINING);
    Plan flat = Plan.of(sequential(input(2), dense(3), batchNorm(), relu()), TRAINING);

    assertThat(nested).isEqualTo(flat);
  }

  @Test
  void theLastNodeEndsThePlan() {
    Plan plan = Plan.of(sequential(input(2), dense(3), dense(1).named("out")), TRAINING);

    assertThat(plan.last().name()).isEqualTo("out");
  }

  @Test
  void aNodeThatAPassAddedComesFromTheLayerBeforeTheSlash() {
    Operation operation = new Operation.Apply(new Dense(2));

    assertThat(node("out", operation).layer()).isEqualTo("out");
    assertThat(node("out/loss", operation).layer()).isEqualTo("out");
  }

  @Test
  void laterChangesOfAListDoNotReachThePlan() {
    PlanNode node = node("a", new Operation.Apply(new Dense(2)));
    List<PlanNode> nodes = new ArrayList<>(List.of(node));

    Plan plan = new Plan(new Flat(2), nodes, TRAINING);
    nodes.clear();

    assertThat(plan.nodes()).containsExactly(node);
  }

  @Test
  void otherNodesGiveAnotherPlanAndLeaveThisOne() {
    Plan plan = Plan.of(sequential(input(2), dense(2)), TRAINING);
    PlanNode other = node("other", new Operation.Apply(new Dense(2)));

    Plan changed = plan.nodes(List.of(other));

    assertThat(changed).isEqualTo(new Plan(new Flat(2), List.of(other), TRAINING));
    assertThat(plan.last().name()).isEqualTo("dense");
  }

  @Test
  void aScorePrintsItsActivationAndItsLoss() {
    PlanNode score =
        node("out/loss", new Operation.Score(new Softmax(), new CategoricalCrossEntropy()));

    assertThat(score)
        .hasToString("out/loss = softmax() + categoricalCrossEntropy() <- a: flat(2) -> flat(2)");
  }

  private static PlanNode node(String name, Operation operation) {
    return new PlanNode(name, operation, "a", new Flat(2), new Flat(2));
  }
}
