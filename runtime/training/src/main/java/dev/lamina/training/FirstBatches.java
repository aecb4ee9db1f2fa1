package dev.lamina.training;

import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.loop.SampleOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The samples of the first mini-batch of each part of the data.
 *
 * @param plan how many these are, and in which order samples come
 */
record FirstBatches(TrainingPlan plan) {

  Split of(Split split) {
    return new Split(of(split.training()), split.validation().map(this::of), Optional.empty());
  }

  private Dataset of(Dataset data) {
    int[] order = SampleOrder.shuffled(data.size(), Seeds.sampleOrder(plan, 0));
    Set<Integer> first =
        Arrays.stream(order).limit(plan.batchSize()).boxed().collect(Collectors.toSet());
    return data.rowsWhere(first::contains);
  }
}
