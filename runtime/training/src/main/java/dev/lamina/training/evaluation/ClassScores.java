package dev.lamina.training.evaluation;

/**
 * Precision, recall and F1 of a class, or their mean over classes.
 *
 * @param precision the share of what was predicted as this class that is of it; 0 where nothing was
 * @param recall the share of what is of this class that was predicted so; 0 where nothing is
 * @param f1 {@code 2 precision recall / (precision + recall)}, or the mean of these; 0 where both
 *     are
 * @param support how many samples are of this class, or of all classes
 */
public record ClassScores(double precision, double recall, double f1, long support) {}
