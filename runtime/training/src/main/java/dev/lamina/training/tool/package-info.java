/** What comes before a long training: whether a network can learn, and at which learning rate. */
@CheckReturnValue
package dev.lamina.training.tool;

import dev.lamina.dsl.CheckReturnValue;
