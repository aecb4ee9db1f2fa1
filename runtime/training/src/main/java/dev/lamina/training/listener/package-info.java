/**
 * Listeners that come with Lamina: progress on a terminal, and what was measured as files and
 * pages.
 */
@CheckReturnValue
package dev.lamina.training.listener;

import dev.lamina.dsl.CheckReturnValue;
