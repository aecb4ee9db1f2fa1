/** Looks at the machine, and says what Lamina computes with there and what to do about it. */
@CheckReturnValue
package dev.lamina.training.doctor;

import dev.lamina.dsl.CheckReturnValue;
