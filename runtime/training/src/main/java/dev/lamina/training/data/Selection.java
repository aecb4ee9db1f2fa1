package dev.lamina.training.data;

/** Some samples of another data set, in an order of their own. */
final class Selection implements Dataset {

  private final Dataset all;
  private final int[] rows;

  /** The caller gives the array away. */
  Selection(Dataset all, int[] rows) {
    this.all = all;
    this.rows = rows;
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public int featureWidth() {
    return all.featureWidth();
  }

  @Override
  public int targetWidth() {
    return all.targetWidth();
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
  public boolean isWeighted() {
    return all.isWeighted();
  }

  @Override
  public double weight(int row) {
    return all.weight(rows[row]);
  }
}
