/**
 * The activations that a trained network runs with where DL4J's own are wrong.
 *
 * <p>The class names are written into model files and must not change.
 */
package dev.lamina.compiler.lowering.activation;
