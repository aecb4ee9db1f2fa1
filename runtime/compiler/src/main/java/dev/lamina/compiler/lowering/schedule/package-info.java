/**
 * The schedule that a trained network runs with, as DL4J's own differ, rise or cannot be loaded.
 *
 * <p>The class name is written into model files and must not change.
 */
package dev.lamina.compiler.lowering.schedule;
