/**
 * From a description to a DL4J configuration: check, plan, passes, lowering.
 *
 * <p>This package is the API; its sub-packages are internal.
 */
@CheckReturnValue
package dev.lamina.compiler;

import dev.lamina.dsl.CheckReturnValue;
