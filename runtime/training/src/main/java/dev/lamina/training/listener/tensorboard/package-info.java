/** The files that TensorBoard reads: events in the encoding of protocol buffers, with checksums. */
@CheckReturnValue
package dev.lamina.training.listener.tensorboard;

import dev.lamina.dsl.CheckReturnValue;
