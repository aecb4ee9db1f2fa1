package dev.lamina.training.data;

/**
 * Samples that something was done to, as this says.
 *
 * @param all the samples
 * @param preprocessing what was done to them
 */
record PreprocessedView(Dataset all, Preprocessing preprocessing) implements DatasetView {

  @Override
  public String toString() {
    return ArrayDataset.text(this);
  }
}
