/** Meters that accumulate what steps give, batch by batch, into the values of metrics. */
@CheckReturnValue
package dev.lamina.training.metric;

import dev.lamina.dsl.CheckReturnValue;
