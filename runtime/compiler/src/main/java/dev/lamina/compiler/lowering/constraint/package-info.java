/**
 * What DL4J enforces on weights after every update where its own constraints are not exact.
 *
 * <p>DL4J's own add 1e-6 to each norm, so that no weight ends on its bound and those within it
 * shrink, too; and they run twice. The class names are written into model files and must not
 * change.
 */
package dev.lamina.compiler.lowering.constraint;
