/** DL4J, written by hand. */
@CheckReturnValue
package dev.lamina.benchmark.dl4j;

import dev.lamina.dsl.CheckReturnValue;
