/** What samples are changed by at random while a network learns from them. */
@CheckReturnValue
package dev.lamina.dsl.augmentation;

import dev.lamina.dsl.CheckReturnValue;
