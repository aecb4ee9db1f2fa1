/** Hyperparameter search: runs the trials of a study, and says what they found. */
@CheckReturnValue
package dev.lamina.search;

import dev.lamina.dsl.CheckReturnValue;
