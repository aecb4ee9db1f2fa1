/** Files that are there whole or not at all, and zips whose contents are not trusted. */
@CheckReturnValue
package dev.lamina.training.file;

import dev.lamina.dsl.CheckReturnValue;
