/** Steps laid out for the processor, in single and in double precision; internal. */
@CheckReturnValue
package dev.lamina.inference.program;

import dev.lamina.dsl.CheckReturnValue;
