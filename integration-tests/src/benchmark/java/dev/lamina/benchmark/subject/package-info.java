/** What a system under measurement offers to the process that measures it. */
@CheckReturnValue
package dev.lamina.benchmark.subject;

import dev.lamina.dsl.CheckReturnValue;
