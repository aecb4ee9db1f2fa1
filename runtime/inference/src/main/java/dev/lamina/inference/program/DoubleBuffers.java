package dev.lamina.inference.program;

/** Buffers in double precision: an array for each sample, as vector loops need them. */
final class DoubleBuffers implements Buffers {

  private double[][] values;
  private double[][] spare;
  private final int[] picked;

  DoubleBuffers(int rows, int width) {
    this.values = new double[rows][width];
    this.spare = new double[rows][width];
    this.picked = new int[width];
  }

  /** The numbers of the samples. */
  double[][] values() {
    return values;
  }

  /** Room for those that a step makes of them. */
  double[][] spare() {
    return spare;
  }

  /** Room for the places of some of a sample's numbers. */
  int[] picked() {
    return picked;
  }

  /** Goes on with what is in the spare room. */
  void swap() {
    double[][] before = values;
    values = spare;
    spare = before;
  }

  @Override
  public int rows() {
    return values.length;
  }

  @Override
  public void load(int row, double[] features, int from, int count) {
    System.arraycopy(features, from, values[row], 0, count);
  }

  @Override
  public void load(int row, float[] features, int from, int count) {
    double[] into = values[row];
    for (int i = 0; i < count; i++) {
      into[i] = features[from + i];
    }
  }

  @Override
  public void store(int row, double[] outputs, int from, int count) {
    System.arraycopy(values[row], 0, outputs, from, count);
  }

  @Override
  public void store(int row, float[] outputs, int from, int count) {
    double[] source = values[row];
    for (int i = 0; i < count; i++) {
      outputs[from + i] = (float) source[i];
    }
  }
}
