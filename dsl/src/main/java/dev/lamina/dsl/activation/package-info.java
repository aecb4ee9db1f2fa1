/** Activation functions, one record each. */
@CheckReturnValue
package dev.lamina.dsl.activation;

import dev.lamina.dsl.CheckReturnValue;
