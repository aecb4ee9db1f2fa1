/** What holds for every plan; checked after each pass, so that a wrong rewrite is named at once. */
@CheckReturnValue
package dev.lamina.compiler.invariant;

import dev.lamina.dsl.CheckReturnValue;
