/**
 * What training means, from the description to the weights: each value is compared with numbers
 * worked out by hand, or by a few lines of plain Java, in float64.
 */
package dev.lamina.training.semantics;
