/**
 * What training minimizes: losses, one record each, with the outputs and targets that suit them.
 */
@CheckReturnValue
package dev.lamina.dsl.loss;

import dev.lamina.dsl.CheckReturnValue;
