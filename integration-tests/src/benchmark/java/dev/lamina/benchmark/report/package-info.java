/** What was measured: medians and their spread, as a table and as JSON. */
@CheckReturnValue
package dev.lamina.benchmark.report;

import dev.lamina.dsl.CheckReturnValue;
