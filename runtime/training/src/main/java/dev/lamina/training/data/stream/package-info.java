/** Samples that are read as they come, for data that memory does not hold. */
@CheckReturnValue
package dev.lamina.training.data.stream;

import dev.lamina.dsl.CheckReturnValue;
