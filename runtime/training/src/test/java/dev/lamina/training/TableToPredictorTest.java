package dev.lamina.training;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.data.Splits.shares;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.stream.StreamHead;
import dev.lamina.training.data.table.CsvStream;
import dev.lamina.training.data.table.Table;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a CSV file with a category and missing cells to a classifier at work. */
class TableToPredictorTest {

  private static final int RECORDS = 400;

  /** The age and one input a plan. */
  private static final Network NETWORK = sequential(input(3), dense(8).relu(), dense(1).sigmoid());

  private static final TrainingPlan PLAN =
      training(binaryCrossEntropy(), adam(0.02)).epochs(30).batchSize(16).measure(accuracy());

  @TempDir Path folder;
  private Path file;

  /** Who pays monthly leaves if young; who pays yearly never does. */
  @BeforeEach
  void writeCustomers() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder text = new StringBuilder("id,age,plan,left\n");
    for (int id = 0; id < RECORDS; id++) {
      int age = 18 + random.nextInt(60);
      boolean monthly = random.nextBoolean();
      boolean leaves = monthly && age < 48;
      String shown = id % 50 == 7 ? "" : String.valueOf(age);
      text.append("c%d,%s,%s,%s%n".formatted(id, shown, monthly ? "monthly" : "yearly", leaves));
    }
    file = Files.writeString(folder.resolve("customers.csv"), text);
  }

  @Test
  void aFileWithGapsBecomesATrainedSavedAndServedClassifier() {
    Split split =
        Table.csv(file).drop("id").predicting("left").split(shares(0.8, 0.1, 0.1).stratified());
    Model model = Trainer.create().train(NETWORK, PLAN, split).model();
    model.save(folder.resolve("churn.lamina"));
    Model loaded = Model.load(folder.resolve("churn.lamina"));

    assertThat(loaded.preprocessing()).isEqualTo(split.training().preprocessing());
    assertThat(loaded.evaluate(split.test().orElseThrow()).value(accuracy())).isGreaterThan(0.9);
    try (Predictor<Map<String, Object>> predictor =
        loaded.predictor(loaded.preprocessing()::encode)) {
      assertThat(label(predictor, 20, "monthly")).isEqualTo("true");
      assertThat(label(predictor, 70, "monthly")).isEqualTo("false");
      assertThat(label(predictor, "30", "yearly")).isEqualTo("false");
      assertThat(label(predictor, null, "weekly")).isIn("true", "false");
    }
  }

  @Test
  void otherRecordsAreEvaluatedAsTheyComeFromTheFile() {
    Split split = Table.csv(file).drop("id").predicting("left").split(0.8, 0.2);
    Model model = Trainer.create().train(NETWORK, PLAN.epochs(3), split).model();

    Dataset raw = Table.csv(file).predicting("left").encodedBy(model.preprocessing());
    Dataset streamed = StreamHead.of(CsvStream.of(file, "left", model.preprocessing()), RECORDS);

    assertThat(raw.size()).isEqualTo(RECORDS);
    assertThat(model.evaluate(streamed)).isEqualTo(model.evaluate(raw));
  }

  @Test
  void aStreamGivesItsEncodingToTheModelToo() {
    Dataset first = Table.head(file, 200).drop("id").predicting("left").dataset();
    CsvStream stream = CsvStream.of(file, "left", first.preprocessing());

    Model model = Trainer.create().train(NETWORK, PLAN, stream, first).model();

    Map<String, ?> young = Map.of("age", 20, "plan", "monthly");
    assertThat(model.preprocessing()).isEqualTo(first.preprocessing());
    assertThat(model.classify(model.preprocessing().encode(young)).label()).contains("true");
  }

  private static String label(Predictor<Map<String, Object>> predictor, Object age, String plan) {
    Map<String, Object> record = new HashMap<>();
    record.put("age", age);
    record.put("plan", plan);
    return predictor.predict(record).classification().label().orElseThrow();
  }
}
