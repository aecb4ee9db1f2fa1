/** Data sets that are known by their name: shipped, or published and checked. */
@CheckReturnValue
package dev.lamina.training.data.named;

import dev.lamina.dsl.CheckReturnValue;
