/** Steps as bytes: what the file of a plain model holds; internal. */
@CheckReturnValue
package dev.lamina.inference.file;

import dev.lamina.dsl.CheckReturnValue;
