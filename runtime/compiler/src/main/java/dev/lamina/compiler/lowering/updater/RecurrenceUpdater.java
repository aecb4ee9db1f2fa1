package dev.lamina.compiler.lowering.updater;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;

/** Turns gradients into the updates of a {@link Recurrence}, in place. */
final class RecurrenceUpdater implements GradientUpdater<Recurrence> {

  private final Recurrence config;
  private List<INDArray> state = List.of();
  private Optional<Laid> laid = Optional.empty();

  RecurrenceUpdater(Recurrence config) {
    this.config = config;
  }

  @Override
  public Recurrence getConfig() {
    return config;
  }

  @Override
  public void setState(Map<String, INDArray> stateMap, boolean initialize) {
    if (!stateMap.keySet().equals(Set.copyOf(config.parts()))) {
      throw new IllegalArgumentException(
          "%s expects the state arrays %s, but got %s. %s"
              .formatted(
                  config.getClass().getSimpleName(),
                  config.parts(),
                  stateMap.keySet(),
                  "Fix: restore the state that this optimizer saved."));
    }
    laid = Optional.empty();
    state = config.parts().stream().map(stateMap::get).toList();
    if (initialize) {
      state.forEach(part -> part.assign(config.start()));
    }
  }

  @Override
  public Map<String, INDArray> getState() {
    Map<String, INDArray> byName = new HashMap<>();
    for (int i = 0; i < state.size(); i++) {
      byName.put(config.parts().get(i), state.get(i));
    }
    return byName;
  }

  @Override
  public void setStateViewArray(
      INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
    INDArray all = viewArray.reshape(viewArray.length());
    if (initialize) {
      all.assign(config.start());
    }
    long length = viewArray.length() / config.parts().size();
    List<INDArray> views = new ArrayList<>();
    for (int i = 0; i < config.parts().size(); i++) {
      views.add(
          all.get(NDArrayIndex.interval(i * length, (i + 1) * length))
              .reshape(gradientOrder, gradientShape));
    }
    laid = Optional.empty();
    state = List.copyOf(views);
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    if (laid.isEmpty() || laid.get().gradient() != gradient) {
      laid = Optional.of(lay(gradient));
    }
    laid.get().motion().apply(rate(iteration, epoch), iteration + 1);
  }

  private Laid lay(INDArray gradient) {
    INDArray like = state.get(0);
    INDArray update =
        gradient.equalShapes(like)
            ? gradient
            : gradient.reshape(gradient.ordering(), true, like.shape());
    return new Laid(gradient, config.on(update, state));
  }

  private double rate(int iteration, int epoch) {
    double rate = config.getLearningRate(iteration, epoch);
    if (!(rate >= 0 && Double.isFinite(rate))) {
      throw new IllegalStateException(
          "The learning rate of %s at iteration %d, epoch %d is %s, but must be %s. %s"
              .formatted(
                  config,
                  iteration,
                  epoch,
                  rate,
                  "finite and zero or greater",
                  "Fix: correct the schedule."));
    }
    return rate;
  }

  /** Lamina's steps hand over the same array each time, for which all is laid out once. */
  private record Laid(INDArray gradient, Motion motion) {}
}
