/** Walks a description and finds everything that is wrong with it, all at once. */
@CheckReturnValue
package dev.lamina.dsl.check;

import dev.lamina.dsl.CheckReturnValue;
