/** The trials of a study as tables for other programs. */
@CheckReturnValue
package dev.lamina.search.table;

import dev.lamina.dsl.CheckReturnValue;
