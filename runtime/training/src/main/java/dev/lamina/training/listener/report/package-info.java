/** The parts of a training report: text, tables and curves as HTML that needs nothing else. */
@CheckReturnValue
package dev.lamina.training.listener.report;

import dev.lamina.dsl.CheckReturnValue;
