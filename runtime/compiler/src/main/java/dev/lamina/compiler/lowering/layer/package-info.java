/**
 * Layers that DL4J does not have, or not with their textbook's meaning.
 *
 * <p>The class names are written into model files and must not change.
 */
@CheckReturnValue
package dev.lamina.compiler.lowering.layer;

import dev.lamina.dsl.CheckReturnValue;
