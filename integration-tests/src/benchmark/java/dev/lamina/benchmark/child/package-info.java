/** The processes that measure, one for each system and setting. */
@CheckReturnValue
package dev.lamina.benchmark.child;

import dev.lamina.dsl.CheckReturnValue;
