/** Descriptions as JSON text, and back: whatever is made of records, enums and sealed families. */
@CheckReturnValue
package dev.lamina.training.json;

import dev.lamina.dsl.CheckReturnValue;
