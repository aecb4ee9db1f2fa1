/** Listeners that come with Lamina: progress on a terminal, and what was measured as files. */
@CheckReturnValue
package dev.lamina.training.listener;

import dev.lamina.dsl.CheckReturnValue;
