/** What is shown of a search while it runs. */
@CheckReturnValue
package dev.lamina.search.listener;

import dev.lamina.dsl.CheckReturnValue;
