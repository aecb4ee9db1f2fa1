/** Activation functions of rows of numbers, the same bits on every machine; internal. */
@CheckReturnValue
package dev.lamina.inference.function;

import dev.lamina.dsl.CheckReturnValue;
