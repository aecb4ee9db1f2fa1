/** From a plan to a DL4J configuration in which every value means what the plan says. */
@CheckReturnValue
package dev.lamina.compiler.lowering;

import dev.lamina.dsl.CheckReturnValue;
