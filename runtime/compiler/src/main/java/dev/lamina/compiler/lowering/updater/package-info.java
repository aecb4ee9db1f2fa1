/**
 * The optimizers that a trained network runs with where DL4J's own differ from the textbook.
 *
 * <p>Each is a pair: the configuration, whose class name is written into model files and must not
 * change, and the gradient updater that DL4J gives a view of the updater state.
 */
package dev.lamina.compiler.lowering.updater;
