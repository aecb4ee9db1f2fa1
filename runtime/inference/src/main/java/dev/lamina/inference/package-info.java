/** Predicting with trained dense networks in plain Java, without native code and without DL4J. */
@CheckReturnValue
package dev.lamina.inference;

import dev.lamina.dsl.CheckReturnValue;
