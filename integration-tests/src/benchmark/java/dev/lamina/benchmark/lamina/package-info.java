/** Lamina, by what it offers to everybody. */
@CheckReturnValue
package dev.lamina.benchmark.lamina;

import dev.lamina.dsl.CheckReturnValue;
