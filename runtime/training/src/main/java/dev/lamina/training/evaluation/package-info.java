/**
 * Figures, curves and tables of how well predictions agree with what was right, as scikit-learn
 * defines them.
 */
@CheckReturnValue
package dev.lamina.training.evaluation;

import dev.lamina.dsl.CheckReturnValue;
