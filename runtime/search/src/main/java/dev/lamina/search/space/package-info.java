/**
 * What samplers and pruners see of a search: dimensions from 0 to 1, and what was observed in them.
 */
@CheckReturnValue
package dev.lamina.search.space;

import dev.lamina.dsl.CheckReturnValue;
