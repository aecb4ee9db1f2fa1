/** How a network is trained: the plan, and the rules that watch training. */
@CheckReturnValue
package dev.lamina.dsl.training;

import dev.lamina.dsl.CheckReturnValue;
