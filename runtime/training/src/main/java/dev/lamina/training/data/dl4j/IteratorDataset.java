package dev.lamina.training.data.dl4j;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/** Everything that an iterator of DL4J gives, copied into memory. */
public final class IteratorDataset implements Dataset {

  private static final Requirement CALL = new Requirement(new Code("IteratorDataset.of(iterator)"));

  private final int featureWidth;
  private final int targetWidth;
  private final List<double[]> features = new ArrayList<>();
  private final List<double[]> targets = new ArrayList<>();

  private IteratorDataset(DataSetIterator iterator) {
    MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
    try {
      for (int batch = 0; iterator.hasNext(); batch++) {
        add(iterator.next(), "batch[" + batch + "]");
      }
    } finally {
      outside.close();
    }
    this.featureWidth = features.isEmpty() ? 0 : features.get(0).length;
    this.targetWidth = targets.isEmpty() ? 0 : targets.get(0).length;
  }

  /**
   * Goes through the iterator, from its start where it can be reset, and copies what it gives.
   *
   * <p>Samples of more than one dimension are flattened, the last dimension running fastest: images
   * come channel by channel, as DL4J lays them out. The iterator's arrays stay its own.
   *
   * @throws InvalidDescriptionException if a batch has no labels, has a mask, or another width than
   *     the first
   */
  public static Dataset of(DataSetIterator iterator) {
    CALL.present("iterator", iterator);
    if (iterator.resetSupported()) {
      iterator.reset();
    }
    return new IteratorDataset(iterator);
  }

  private void add(DataSet batch, String place) {
    CALL.present(place, batch)
        .present(place + ".features", batch.getFeatures())
        .present(place + ".labels", batch.getLabels());
    requireNoMask(place, "features", batch.getFeaturesMaskArray());
    requireNoMask(place, "labels", batch.getLabelsMaskArray());
    addRows(features, batch.getFeatures(), place + ".features");
    addRows(targets, batch.getLabels(), place + ".labels");
    CALL.that(
        features.size() == targets.size(),
        place + ".labels",
        "as many as the features, which are " + batch.getFeatures().size(0) + ",",
        batch.getLabels().size(0),
        "give each sample its labels");
  }

  private static void addRows(List<double[]> rows, INDArray array, String place) {
    CALL.that(
        array.rank() >= 2,
        place,
        "an array of samples, of at least 2 dimensions,",
        "of " + array.rank(),
        "reshape it to `[samples, width]`");
    double[] values = values(array);
    int count = (int) array.size(0);
    int width = count == 0 ? 0 : values.length / count;
    for (int row = 0; row < count; row++) {
      double[] copy = new double[width];
      System.arraycopy(values, row * width, copy, 0, width);
      rows.add(copy);
    }
    int first = rows.isEmpty() ? width : rows.get(0).length;
    CALL.that(
        width == first,
        place,
        "as wide as in the first batch, which is " + first + ",",
        width,
        "give every sample the same number of values");
  }

  private static double[] values(INDArray array) {
    INDArray copy = array.dup('c');
    try {
      return copy.data().asDouble();
    } finally {
      copy.close();
    }
  }

  private static void requireNoMask(String place, String what, INDArray mask) {
    if (mask != null) {
      throw new InvalidDescriptionException(
          "`" + CALL.call() + "`",
          List.of(
              new Problem(
                  "`" + place + "`",
                  "masks some of its " + what + ", but networks here take all of each sample.",
                  "leave the masked samples out, and give each the same length.")));
    }
  }

  @Override
  public int size() {
    return features.size();
  }

  @Override
  public int featureWidth() {
    return featureWidth;
  }

  @Override
  public int targetWidth() {
    return targetWidth;
  }

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    System.arraycopy(features.get(row), 0, into, at, featureWidth);
  }

  @Override
  public void copyTargets(int row, double[] into, int at) {
    System.arraycopy(targets.get(row), 0, into, at, targetWidth);
  }

  @Override
  public String toString() {
    return "Dataset[samples %d, features %d, targets %d]"
        .formatted(size(), featureWidth, targetWidth);
  }
}
