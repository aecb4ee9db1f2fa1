/** Rewrites of a plan, one rule a class, run in the order that the compiler lists. */
@CheckReturnValue
package dev.lamina.compiler.pass;

import dev.lamina.dsl.CheckReturnValue;
