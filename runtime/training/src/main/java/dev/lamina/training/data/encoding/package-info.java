/** How the cells of a record become features: part of a model that learned from a table. */
@CheckReturnValue
package dev.lamina.training.data.encoding;

import dev.lamina.dsl.CheckReturnValue;
