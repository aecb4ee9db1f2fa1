/** What is done to features before a network sees them. */
@CheckReturnValue
package dev.lamina.inference.input;

import dev.lamina.dsl.CheckReturnValue;
