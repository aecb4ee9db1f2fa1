/** A test kit: compares the gradients of a network with differences of what training minimizes. */
@CheckReturnValue
package dev.lamina.training.check;

import dev.lamina.dsl.CheckReturnValue;
