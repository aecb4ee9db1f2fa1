/**
 * The losses that a trained network runs with, for DL4J's loss layer: some computed from logits,
 * some from outputs.
 *
 * <p>DL4J's own cross-entropies take the logarithm of a probability that they clip first, so the
 * gradient of a confident error vanishes and the score is capped. Those here never form that
 * logarithm. Others of its losses are sums over outputs where they should be means, or are missing.
 * The class names are written into model files and must not change.
 */
package dev.lamina.compiler.lowering.loss;
