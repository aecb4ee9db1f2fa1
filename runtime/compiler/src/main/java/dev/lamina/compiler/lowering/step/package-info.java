/**
 * The plan's second lowering: the training step and the prediction of a batch as a flat list of
 * native calls whose arguments are laid out once, on the arrays of the DL4J network itself.
 */
package dev.lamina.compiler.lowering.step;
