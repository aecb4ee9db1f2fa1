/**
 * The decisions of the training loop, as plain functions over numbers: order, batches, stopping.
 */
@CheckReturnValue
package dev.lamina.training.loop;

import dev.lamina.dsl.CheckReturnValue;
