package dev.lamina.dsl.explanation;

import dev.lamina.dsl.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every value of a training plan, of its loss and of its optimizer. */
public final class PlanSettings {

  private static final Map<String, String> DL4J =
      Map.ofEntries(
          Map.entry("epochs", "samples keep their order in each"),
          Map.entry("batchSize", "that of the iterator"),
          Map.entry("seed", "the clock; whatever else draws numbers shifts dropout"),
          Map.entry("precision", Settings.SAME),
          Map.entry("metrics", "measured apart from training"),
          Map.entry("stopRules", "loses the best score and swallows exceptions"),
          Map.entry("clipping", "without the penalties, and of the running averages too"),
          Map.entry("rateAdjustment", Settings.MISSING),
          Map.entry("accumulation", Settings.MISSING),
          Map.entry("averageDecay", Settings.MISSING),
          Map.entry("classWeights", "an array of the loss, of softmax outputs only"),
          Map.entry("augmentations", "of image files alone, as they are read"),
          Map.entry("validationEvery", "a listener, which keeps the last"));

  /** Every layer can be compiled; elsewhere arrays are not in the memory that calls know. */
  private static final String STEPS = "compiled on the CPU, DL4J's own elsewhere";

  private PlanSettings() {}

  /** The sections of a plan. */
  public static List<Explanation.Section> of(TrainingPlan plan) {
    Defaults defaults =
        new Defaults(new TrainingPlan(plan.loss(), plan.optimizer()), Set.of(), DL4J);
    List<Setting> training =
        new ArrayList<>(Settings.of(plan, defaults, Set.of("loss", "optimizer")));
    training.add(Setting.derived("steps", STEPS, "each product twice, gradients nobody reads"));
    return List.of(
        new Explanation.Section("Training", training),
        word("loss", plan.loss(), plan.loss().accept(new LossDefaults())),
        word("optimizer", plan.optimizer(), plan.optimizer().accept(new OptimizerDefaults())));
  }

  private static Explanation.Section word(String name, Object word, Defaults defaults) {
    List<Setting> settings = new ArrayList<>();
    String dl4j = defaults.dl4j().getOrDefault(Defaults.WORD, Settings.SAME);
    settings.add(new Setting(name, word.toString(), Setting.Origin.YOU, dl4j));
    settings.addAll(Settings.of((Record) word, defaults, Set.of()));
    return new Explanation.Section("Its " + name + " `" + word + "`", settings);
  }
}
