/** Where studies are kept. */
@CheckReturnValue
package dev.lamina.search.storage;

import dev.lamina.dsl.CheckReturnValue;
