/** DJL with the PyTorch engine. */
@CheckReturnValue
package dev.lamina.benchmark.djl;

import dev.lamina.dsl.CheckReturnValue;
