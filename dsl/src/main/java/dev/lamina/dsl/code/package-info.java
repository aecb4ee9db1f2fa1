/** How a description prints itself as the Java code that builds it. */
@CheckReturnValue
package dev.lamina.dsl.code;

import dev.lamina.dsl.CheckReturnValue;
