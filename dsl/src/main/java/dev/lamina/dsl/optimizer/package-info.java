/** How weights move along the gradient: optimizers and schedules of their learning rates. */
@CheckReturnValue
package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.CheckReturnValue;
