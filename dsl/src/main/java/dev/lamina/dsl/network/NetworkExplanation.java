package dev.lamina.dsl.network;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.explanation.Explanation;
import dev.lamina.dsl.explanation.LayerSettings;
import dev.lamina.dsl.explanation.PlanSettings;
import dev.lamina.dsl.explanation.Setting;
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/** Every value of a network: what each layer says, and what follows from its place. */
final class NetworkExplanation {

  private NetworkExplanation() {}

  static Explanation of(Network network) {
    return new Explanation("Network `" + network.name() + "`", layers(network));
  }

  static Explanation of(Network network, TrainingPlan plan) {
    List<Explanation.Section> sections = new ArrayList<>(layers(network));
    sections.addAll(PlanSettings.of(plan));
    return new Explanation("Network `" + network.name() + "` and its training", sections);
  }

  private static List<Explanation.Section> layers(Network network) {
    return network.outline().entries().stream().map(NetworkExplanation::section).toList();
  }

  private static Explanation.Section section(Outline.Entry entry) {
    List<Setting> settings = new ArrayList<>();
    settings.add(name(entry));
    settings.add(
        Setting.derived(
            "input", entry.inputShape().batchText(), "a width that contradicts it is overwritten"));
    settings.addAll(LayerSettings.of(entry.layer()));
    settings.add(Setting.derived("output", entry.outputShape().batchText(), "the same"));
    entry.parameters().forEach(each -> settings.add(parameter(each)));
    return new Explanation.Section(entry.place(), settings);
  }

  private static Setting name(Outline.Entry entry) {
    String name = Code.literal(entry.name());
    return entry.layer().name().isPresent()
        ? new Setting("name", name, Setting.Origin.YOU, "may be given twice")
        : Setting.derived("name", name, "layer" + (entry.number() - 1));
  }

  private static Setting parameter(Parameter parameter) {
    String kind = parameter.trainable() ? " trained" : " kept";
    return Setting.derived(
        parameter.name(), parameter.shape() + kind, "counted as trainable, whatever it is");
  }
}
