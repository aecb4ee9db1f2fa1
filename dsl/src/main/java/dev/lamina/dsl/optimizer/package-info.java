/** How weights move along the gradient: optimizers, one record each. */
@CheckReturnValue
package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.CheckReturnValue;
