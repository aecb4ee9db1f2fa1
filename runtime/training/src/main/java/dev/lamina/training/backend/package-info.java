/** Decides which of ND4J's backends computes, before ND4J loads anything, and loads it. */
@CheckReturnValue
package dev.lamina.training.backend;

import dev.lamina.dsl.CheckReturnValue;
