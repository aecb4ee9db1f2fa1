/**
 * Trainings that outlive their process: what is written of them meanwhile, and how they go on from
 * there.
 */
@CheckReturnValue
package dev.lamina.training.checkpoint;

import dev.lamina.dsl.CheckReturnValue;
