/**
 * Samples and their targets: data sets, their split, mini-batches, and what can be wrong with them.
 */
@CheckReturnValue
package dev.lamina.training.data;

import dev.lamina.dsl.CheckReturnValue;
