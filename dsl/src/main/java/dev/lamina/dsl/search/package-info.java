/** Search spaces: parameters, what is tried for their values, and for how long. */
@CheckReturnValue
package dev.lamina.dsl.search;

import dev.lamina.dsl.CheckReturnValue;
