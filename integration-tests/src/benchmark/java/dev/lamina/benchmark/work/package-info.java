/** What is measured: networks, their data, and the works that are done with them. */
@CheckReturnValue
package dev.lamina.benchmark.work;

import dev.lamina.dsl.CheckReturnValue;
