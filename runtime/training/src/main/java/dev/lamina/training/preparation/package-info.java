/**
 * What is done to mini-batches of training, after they are gathered, before a network sees them.
 */
@CheckReturnValue
package dev.lamina.training.preparation;

import dev.lamina.dsl.CheckReturnValue;
