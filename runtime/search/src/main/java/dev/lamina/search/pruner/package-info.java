/** Which trials are ended early. */
@CheckReturnValue
package dev.lamina.search.pruner;

import dev.lamina.dsl.CheckReturnValue;
