/** Trained networks: predict, evaluate, look at weights, save and load. */
@CheckReturnValue
package dev.lamina.training.model;

import dev.lamina.dsl.CheckReturnValue;
