/** What was measured in each epoch, and between. */
@CheckReturnValue
package dev.lamina.training.history;

import dev.lamina.dsl.CheckReturnValue;
