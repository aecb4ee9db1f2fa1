/** What a description means in full: every value, who set it, and what DL4J would have done. */
@CheckReturnValue
package dev.lamina.dsl.explanation;

import dev.lamina.dsl.CheckReturnValue;
