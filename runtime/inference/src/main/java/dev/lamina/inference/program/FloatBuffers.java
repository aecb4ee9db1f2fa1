package dev.lamina.inference.program;

import dev.lamina.inference.input.Normalization;

/** Buffers in single precision. */
final class FloatBuffers implements Buffers {

  private final int[] picked;
  private boolean isAlone;
  private float[] row;
  private float[] spareRow;
  private float[][] columns = {};
  private float[][] spareColumns = {};

  FloatBuffers(int width) {
    this.picked = new int[width];
    this.row = new float[width];
    this.spareRow = new float[width];
  }

  /** The numbers of a sample that is alone. */
  float[] row() {
    return row;
  }

  /** Room for those that a step makes of them. */
  float[] spareRow() {
    return spareRow;
  }

  /** Room for the places of some of the numbers. */
  int[] picked() {
    return picked;
  }

  /** The numbers of several samples, an array for each of the numbers. */
  float[][] columns() {
    return columns;
  }

  /** Room for those that a step makes of them. */
  float[][] spareColumns() {
    return spareColumns;
  }

  /** Goes on with what is in the spare room. */
  void swap() {
    float[] lastRow = row;
    row = spareRow;
    spareRow = lastRow;
    float[][] lastColumns = columns;
    columns = spareColumns;
    spareColumns = lastColumns;
  }

  @Override
  public void begin(int rows) {
    isAlone = rows == 1;
    if (!isAlone && (columns.length == 0 || columns[0].length < rows)) {
      columns = new float[row.length][rows];
      spareColumns = new float[row.length][rows];
    }
  }

  @Override
  public void load(int sample, double[] features, int from, int count) {
    for (int i = 0; i < count; i++) {
      float feature = (float) features[from + i];
      if (isAlone) {
        row[i] = feature;
      } else {
        columns[i][sample] = feature;
      }
    }
  }

  @Override
  public void load(int sample, float[] features, int from, int count) {
    for (int i = 0; i < count; i++) {
      if (isAlone) {
        row[i] = features[from + i];
      } else {
        columns[i][sample] = features[from + i];
      }
    }
  }

  @Override
  public void load(int sample, double[] features, int from, Normalization normalization) {
    int count = normalization.width();
    for (int i = 0; i < count; i++) {
      float feature = (float) normalization.applied(i, features[from + i]);
      if (isAlone) {
        row[i] = feature;
      } else {
        columns[i][sample] = feature;
      }
    }
  }

  @Override
  public void load(int sample, float[] features, int from, Normalization normalization) {
    int count = normalization.width();
    for (int i = 0; i < count; i++) {
      float feature = (float) normalization.applied(i, features[from + i]);
      if (isAlone) {
        row[i] = feature;
      } else {
        columns[i][sample] = feature;
      }
    }
  }

  @Override
  public void store(int sample, double[] outputs, int from, int count) {
    for (int i = 0; i < count; i++) {
      outputs[from + i] = isAlone ? row[i] : columns[i][sample];
    }
  }

  @Override
  public void store(int sample, float[] outputs, int from, int count) {
    for (int i = 0; i < count; i++) {
      outputs[from + i] = isAlone ? row[i] : columns[i][sample];
    }
  }
}
