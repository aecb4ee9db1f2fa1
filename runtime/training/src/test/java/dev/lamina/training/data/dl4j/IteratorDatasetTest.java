package dev.lamina.training.data.dl4j;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.Dataset;
import java.util.List;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

class IteratorDatasetTest {

  private static final double[][] FEATURES = {{1, 2}, {3, 4}, {5, 6}};
  private static final double[][] LABELS = {{0, 1}, {1, 0}, {0, 1}};

  @Test
  void everySampleOfEveryBatchIsCopied() {
    DataSet all = new DataSet(Nd4j.create(FEATURES), Nd4j.create(LABELS));

    Dataset data = IteratorDataset.of(new ListDataSetIterator<>(all.asList(), 2));

    assertThat(data).hasToString("Dataset[samples 3, features 2, targets 2]");
    assertThat(features(data, 0)).containsExactly(1, 2);
    assertThat(features(data, 2)).containsExactly(5, 6);
    assertThat(targets(data, 1)).containsExactly(1, 0);
  }

  @Test
  void anIteratorThatWasUsedStartsAnew() {
    DataSetIterator used = iterator(new DataSet(Nd4j.create(FEATURES), Nd4j.create(LABELS)));
    assertThat(used.next().numExamples()).isEqualTo(3);

    assertThat(IteratorDataset.of(used).size()).isEqualTo(3);
  }

  @Test
  void samplesOfMoreDimensionsAreFlattenedWhateverTheirOrderInMemory() {
    INDArray images = Nd4j.arange(12).reshape('c', 2, 1, 2, 3).dup('f');
    DataSet batch = new DataSet(images, Nd4j.create(new double[][] {{0}, {1}}));

    Dataset data = IteratorDataset.of(iterator(batch));

    assertThat(features(data, 0)).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(features(data, 1)).containsExactly(6, 7, 8, 9, 10, 11);
  }

  @Test
  void numbersOfEveryTypeAreTaken() {
    DataSet batch =
        new DataSet(
            Nd4j.create(FEATURES).castTo(DataType.INT32),
            Nd4j.create(LABELS).castTo(DataType.FLOAT16));

    Dataset data = IteratorDataset.of(iterator(batch));

    assertThat(features(data, 1)).containsExactly(3, 4);
    assertThat(targets(data, 0)).containsExactly(0, 1);
  }

  @Test
  void theIteratorsArraysStayItsOwn() {
    INDArray features = Nd4j.create(FEATURES);
    Dataset data = IteratorDataset.of(iterator(new DataSet(features, Nd4j.create(LABELS))));

    features.assign(9);

    assertThat(features.wasClosed()).isFalse();
    assertThat(features(data, 0)).containsExactly(1, 2);
  }

  @Test
  void theCallersWorkspaceIsLeftAlone() {
    DataSetIterator iterator = iterator(new DataSet(Nd4j.create(FEATURES), Nd4j.create(LABELS)));
    WorkspaceConfiguration configuration =
        WorkspaceConfiguration.builder().initialSize(1 << 16).build();

    try (MemoryWorkspace workspace =
        Nd4j.getWorkspaceManager().getAndActivateWorkspace(configuration, "of-the-test")) {
      long before = workspace.getPrimaryOffset();

      assertThat(IteratorDataset.of(iterator).size()).isEqualTo(3);

      assertThat(workspace.getPrimaryOffset()).isEqualTo(before);
      assertThat(workspace.isScopeActive()).isTrue();
    }
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
  }

  @Test
  void aMaskIsRefused() {
    DataSet masked =
        new DataSet(
            Nd4j.create(FEATURES), Nd4j.create(LABELS), null, Nd4j.ones(DataType.FLOAT, 3, 1));

    String message = messageOf(() -> IteratorDataset.of(iterator(masked)));

    assertThat(message)
        .isEqualTo(
            """
            `IteratorDataset.of(iterator)` is not valid: 1 problem.
              1. `batch[0]` masks some of its labels, but networks here take all of each sample.
                 Fix: leave the masked samples out, and give each the same length.""");
  }

  @Test
  void labelsAreRequired() {
    DataSetIterator unlabelled =
        new ExistingDataSetIterator(List.of(new DataSet(Nd4j.create(FEATURES), null)));

    String message = messageOf(() -> IteratorDataset.of(unlabelled));

    assertThat(message)
        .isEqualTo(
            """
            `IteratorDataset.of(iterator)` is not valid: 1 problem.
              1. `batch[0].labels` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void batchesMustBeEquallyWide() {
    DataSet narrow = new DataSet(Nd4j.create(FEATURES), Nd4j.create(LABELS));
    DataSet wide = new DataSet(Nd4j.create(new double[][] {{1, 2, 3}}), Nd4j.create(LABELS));

    String message =
        messageOf(() -> IteratorDataset.of(new ListDataSetIterator<>(List.of(narrow, wide), 1)));

    assertThat(message)
        .isEqualTo(
            """
            `IteratorDataset.of(iterator)` is not valid: 1 problem.
              1. `batch[1].features` must be as wide as in the first batch, which is 2, but is 3.
                 Fix: give every sample the same number of values.""");
  }

  private static DataSetIterator iterator(DataSet batch) {
    return new ListDataSetIterator<>(List.of(batch), 1);
  }

  private static double[] features(Dataset data, int row) {
    double[] features = new double[data.featureWidth()];
    data.copyFeatures(row, features, 0);
    return features;
  }

  private static double[] targets(Dataset data, int row) {
    double[] targets = new double[data.targetWidth()];
    data.copyTargets(row, targets, 0);
    return targets;
  }
}
