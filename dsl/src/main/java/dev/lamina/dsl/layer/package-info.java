/** Layers, one record each, and the fragments that are made of them. */
@CheckReturnValue
package dev.lamina.dsl.layer;

import dev.lamina.dsl.CheckReturnValue;
