/** Training: give a network, a plan and data to a {@code Trainer}, and get a result. */
@CheckReturnValue
package dev.lamina.training;

import dev.lamina.dsl.CheckReturnValue;
