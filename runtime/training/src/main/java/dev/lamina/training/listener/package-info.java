/** Listeners that come with Lamina: progress on a terminal. */
@CheckReturnValue
package dev.lamina.training.listener;

import dev.lamina.dsl.CheckReturnValue;
