package dev.lamina.training.data;

/** Some samples of another data set, in an order of their own. */
final class Selection implements DatasetView {

  private final Dataset all;
  private final int[] rows;

  /** The caller gives the array away. */
  Selection(Dataset all, int[] rows) {
    this.all = all;
    this.rows = rows;
  }

  @Override
  public Dataset all() {
    return all;
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    all.copyFeatures(rows[row], into, at);
  }

  @Override
  public void copyTargets(int row, double[] into, int at) {
    all.copyTargets(rows[row], into, at);
  }

  @Override
  public double weight(int row) {
    return all.weight(rows[row]);
  }

  @Override
  public String toString() {
    return ArrayDataset.text(this);
  }
}
