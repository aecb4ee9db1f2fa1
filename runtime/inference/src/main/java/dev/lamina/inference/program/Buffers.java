package dev.lamina.inference.program;

/** Where one thread computes: the numbers of several samples, before and behind a step. */
interface Buffers {

  /** How many samples there is room for. */
  int rows();

  /** Takes the features of a sample from this place on. */
  void load(int row, double[] features, int from, int count);

  /** Takes the features of a sample from this place on. */
  void load(int row, float[] features, int from, int count);

  /** Gives the outputs of a sample to this place. */
  void store(int row, double[] outputs, int from, int count);

  /** Gives the outputs of a sample to this place. */
  void store(int row, float[] outputs, int from, int count);
}
