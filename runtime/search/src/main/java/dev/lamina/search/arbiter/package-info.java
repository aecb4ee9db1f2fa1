/** Arbiter's generators in our searches, and our searches in Arbiter's runner. */
@CheckReturnValue
package dev.lamina.search.arbiter;

import dev.lamina.dsl.CheckReturnValue;
