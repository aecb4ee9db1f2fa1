/** How much each parameter of a search explains of its results. */
@CheckReturnValue
package dev.lamina.search.importance;

import dev.lamina.dsl.CheckReturnValue;
