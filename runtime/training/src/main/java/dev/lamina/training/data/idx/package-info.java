/** Files in the IDX format, in which MNIST and its relatives are published. */
@CheckReturnValue
package dev.lamina.training.data.idx;

import dev.lamina.dsl.CheckReturnValue;
