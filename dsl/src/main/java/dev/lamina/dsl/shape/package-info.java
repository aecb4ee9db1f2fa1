/** What flows between layers: the shape of one sample. */
@CheckReturnValue
package dev.lamina.dsl.shape;

import dev.lamina.dsl.CheckReturnValue;
