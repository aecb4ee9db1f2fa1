package dev.lamina.inference.program;

/** Buffers in single precision: an array for each sample, as vector loops need them. */
final class FloatBuffers implements Buffers {

  private float[][] values;
  private float[][] spare;
  private final int[] picked;

  FloatBuffers(int rows, int width) {
    this.values = new float[rows][width];
    this.spare = new float[rows][width];
    this.picked = new int[width];
  }

  /** The numbers of the samples. */
  float[][] values() {
    return values;
  }

  /** Room for those that a step makes of them. */
  float[][] spare() {
    return spare;
  }

  /** Room for the places of some of a sample's numbers. */
  int[] picked() {
    return picked;
  }

  /** Goes on with what is in the spare room. */
  void swap() {
    float[][] before = values;
    values = spare;
    spare = before;
  }

  @Override
  public int rows() {
    return values.length;
  }

  @Override
  public void load(int row, double[] features, int from, int count) {
    float[] into = values[row];
    for (int i = 0; i < count; i++) {
      into[i] = (float) features[from + i];
    }
  }

  @Override
  public void load(int row, float[] features, int from, int count) {
    System.arraycopy(features, from, values[row], 0, count);
  }

  @Override
  public void store(int row, double[] outputs, int from, int count) {
    float[] source = values[row];
    for (int i = 0; i < count; i++) {
      outputs[from + i] = source[i];
    }
  }

  @Override
  public void store(int row, float[] outputs, int from, int count) {
    System.arraycopy(values[row], 0, outputs, from, count);
  }
}
