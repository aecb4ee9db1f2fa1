/** What is tried next. */
@CheckReturnValue
package dev.lamina.search.sampler;

import dev.lamina.dsl.CheckReturnValue;
