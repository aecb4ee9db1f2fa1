/**
 * The weight initializers that a network starts with where DL4J's own are not Keras's.
 *
 * <p>The class names are written into model files and must not change.
 */
package dev.lamina.compiler.lowering.initializer;
