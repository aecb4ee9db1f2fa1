/** Compromises between several losses: which are good, and how good all of them are together. */
@CheckReturnValue
package dev.lamina.search.pareto;

import dev.lamina.dsl.CheckReturnValue;
