/** The way in for data that DL4J's iterators give. */
@CheckReturnValue
package dev.lamina.training.data.dl4j;

import dev.lamina.dsl.CheckReturnValue;
