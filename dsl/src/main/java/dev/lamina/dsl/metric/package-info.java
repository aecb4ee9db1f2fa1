/** What is measured while training and after it, and which way each measure gets better. */
@CheckReturnValue
package dev.lamina.dsl.metric;

import dev.lamina.dsl.CheckReturnValue;
