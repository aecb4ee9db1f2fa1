/** Measures Lamina beside what would be used in its place, and says what it found. */
@CheckReturnValue
package dev.lamina.benchmark;

import dev.lamina.dsl.CheckReturnValue;
