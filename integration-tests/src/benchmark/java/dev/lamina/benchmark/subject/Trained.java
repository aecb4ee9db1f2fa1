package dev.lamina.benchmark.subject;

/**
 * What a training gave.
 *
 * @param seconds the mean time of a step, over whole passes but the first
 * @param lossBefore the mean loss at the start of training
 * @param lossAfter the mean loss at its end
 */
public record Trained(double seconds, double lossBefore, double lossAfter) {}
