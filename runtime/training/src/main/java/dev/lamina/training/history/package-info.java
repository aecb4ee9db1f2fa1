/** What was measured in each epoch. */
@CheckReturnValue
package dev.lamina.training.history;

import dev.lamina.dsl.CheckReturnValue;
