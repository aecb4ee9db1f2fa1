package dev.lamina.samples;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.data.Splits.shares;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.table.Table;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Predictor;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** A CSV file with a category and missing cells becomes a classifier that is saved and at work. */
final class Churn implements Sample {

  @Override
  public void run(PrintStream out) {
    Path folder = Path.of(System.getProperty("samples.output", "."));
    Path file = Customers.write(folder.resolve("customers.csv"));

    Table customers = Table.csv(file).drop("id");
    Split split = customers.predicting("left").split(shares(0.8, 0.1, 0.1).stratified());
    Network network =
        sequential(input(split.training().featureWidth()), dense(16).relu(), dense(1).sigmoid());
    TrainingPlan plan = training(binaryCrossEntropy(), adam(0.01)).epochs(30).measure(accuracy());
    Model trained = Trainer.create().train(network, plan, split).model();
    trained.save(folder.resolve("churn.lamina"));

    Model model = Model.load(folder.resolve("churn.lamina"));
    out.printf(
        "test accuracy %.4f%n", model.evaluate(split.test().orElseThrow()).value(accuracy()));
    try (Predictor<Map<String, Object>> predictor =
        model.predictor(model.preprocessing()::encode)) {
      Map<String, Object> customer = Map.of("age", 25, "bill", "", "plan", "monthly");
      out.println(customers.columns() + ": " + predictor.predict(customer).classification());
    }
  }
}
