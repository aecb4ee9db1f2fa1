/**
 * The optimizers that a trained network runs with where DL4J's own differ from the textbook, the
 * decay beside them, and the one under which nothing moves.
 *
 * <p>Each is a configuration that knows its recurrence; its class name is written into model files
 * and must not change. One gradient updater, which DL4J gives a view of the state, runs them all
 * but for {@code Frozen}, which has no state.
 */
package dev.lamina.compiler.lowering.updater;
