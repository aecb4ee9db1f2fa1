/** The plan: a network flat, named and shaped, still free of DL4J, that passes rewrite. */
@CheckReturnValue
package dev.lamina.compiler.plan;

import dev.lamina.dsl.CheckReturnValue;
