/** The report of a search: one page of HTML that needs nothing else. */
@CheckReturnValue
package dev.lamina.search.report;

import dev.lamina.dsl.CheckReturnValue;
