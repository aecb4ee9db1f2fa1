package dev.lamina.training;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.DataCheck;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.stream.SampleStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Refuses what is wrong with a stream when it comes, since it cannot be looked through before.
 *
 * @param network the network that learns from it
 * @param plan how it learns
 * @param stream the stream
 */
record StreamCheck(Network network, TrainingPlan plan, SampleStream stream)
    implements Consumer<Batch> {

  @Override
  public void accept(Batch batch) {
    Rows rows = new Rows(batch, stream.featureWidth(), stream.targetWidth());
    List<Problem> problems = DataCheck.batchProblems(network, plan, rows);
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException("A mini-batch of the stream", problems);
    }
  }

  /**
   * A mini-batch as data.
   *
   * @param batch the mini-batch
   * @param featureWidth how many features a sample has
   * @param targetWidth how many targets
   */
  private record Rows(Batch batch, int featureWidth, int targetWidth) implements Dataset {

    @Override
    public int size() {
      return batch.rows();
    }

    @Override
    public void copyFeatures(int row, double[] into, int at) {
      System.arraycopy(batch.features(), row * featureWidth, into, at, featureWidth);
    }

    @Override
    public void copyTargets(int row, double[] into, int at) {
      System.arraycopy(batch.targets(), row * targetWidth, into, at, targetWidth);
    }

    /** A mini-batch may count nothing, where others do. */
    @Override
    public boolean isWeighted() {
      return Arrays.stream(batch.weights()).anyMatch(weight -> weight != 0);
    }

    @Override
    public double weight(int row) {
      return batch.weights()[row];
    }
  }
}
