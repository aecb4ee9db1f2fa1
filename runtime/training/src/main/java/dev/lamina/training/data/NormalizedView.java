package dev.lamina.training.data;

import dev.lamina.inference.input.Normalization;

/**
 * Samples that are normalized each time they are read.
 *
 * @param all the samples as they are
 * @param normalization what is done to them
 * @param preprocessing what was done to them then
 */
record NormalizedView(Dataset all, Normalization normalization, Preprocessing preprocessing)
    implements DatasetView {

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    all.copyFeatures(row, into, at);
    normalization.apply(into, at);
  }

  @Override
  public String toString() {
    return ArrayDataset.text(this);
  }
}
