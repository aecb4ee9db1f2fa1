/**
 * The words of Lamina: static factories for networks, layers, activations, initializers,
 * constraints of weights, losses, optimizers and schedules of their rates, metrics, augmentations
 * and training.
 *
 * <p>Import them statically and describe:
 *
 * <pre>{@code
 * Network classifier =
 *     sequential(
 *         input(20),
 *         dense(64).l2(0.01),
 *         batchNorm(),
 *         relu(),
 *         dropout(0.3),
 *         dense(1).sigmoid());
 * TrainingPlan plan = training(binaryCrossEntropy(), adam(1e-3)).epochs(100).measure(accuracy());
 * }</pre>
 */
@CheckReturnValue
package dev.lamina.dsl;
