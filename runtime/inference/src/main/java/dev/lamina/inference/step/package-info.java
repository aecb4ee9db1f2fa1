/** What a trained network does in prediction, step by step, as values; internal. */
@CheckReturnValue
package dev.lamina.inference.step;

import dev.lamina.dsl.CheckReturnValue;
