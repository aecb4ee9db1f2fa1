/** Where DL4J runs: the only importer of ComputationGraph and of ND4J's arrays. */
@CheckReturnValue
package dev.lamina.training.engine;

import dev.lamina.dsl.CheckReturnValue;
