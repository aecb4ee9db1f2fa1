/** Files that data are read from: plain or compressed, bounded, and refused by name. */
@CheckReturnValue
package dev.lamina.training.data.file;

import dev.lamina.dsl.CheckReturnValue;
