package dev.lamina.inference.program;

import dev.lamina.inference.input.Normalization;

/**
 * Where one thread computes: the numbers of a sample, or of several, before and behind a step.
 *
 * <p>Those of a sample that is alone lie side by side, so that steps run along its numbers; those
 * of several lie by number, so that steps run along the samples, however few numbers each has.
 */
interface Buffers {

  /** Makes room for so many samples, which are loaded, computed and stored next. */
  void begin(int rows);

  /** Takes the features of a sample from this place on. */
  void load(int row, double[] features, int from, int count);

  /** Takes the features of a sample from this place on. */
  void load(int row, float[] features, int from, int count);

  /** Takes the features of a sample from this place on, and normalizes them. */
  void load(int row, double[] features, int from, Normalization normalization);

  /** Takes the features of a sample from this place on, and normalizes them. */
  void load(int row, float[] features, int from, Normalization normalization);

  /** Gives the outputs of a sample to this place. */
  void store(int row, double[] outputs, int from, int count);

  /** Gives the outputs of a sample to this place. */
  void store(int row, float[] outputs, int from, int count);
}
