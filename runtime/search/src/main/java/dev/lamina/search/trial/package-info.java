/** What is known of each trial of a study. */
@CheckReturnValue
package dev.lamina.search.trial;

import dev.lamina.dsl.CheckReturnValue;
