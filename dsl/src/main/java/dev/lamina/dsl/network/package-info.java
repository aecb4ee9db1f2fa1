/** Networks, what they are made of layer by layer, and their summary. */
@CheckReturnValue
package dev.lamina.dsl.network;

import dev.lamina.dsl.CheckReturnValue;
