package dev.lamina.training.engine;

import java.util.OptionalDouble;

/**
 * What one training step did to a layer, from which vanishing and exploding gradients and dying
 * units can be seen.
 *
 * @param layer the name of the layer
 * @param gradientNorm the Euclidean norm of the derivatives of what is minimized, penalties
 *     included, by all that the layer learns, before clipping; none where it learns nothing
 * @param updateRatio {@code |change of w| / |w|} with the Euclidean norms of all that the layer
 *     learns, w as before the step; about 1e-3 is usual; none where it learns nothing or w is 0
 * @param deadShare the share of ReLU units, also of those cut at 6, that gave 0 for every sample of
 *     the batch; none for other activations
 * @param saturatedShare the share of outputs, of all units for all samples, that lie within 1 % of
 *     the range from either bound: beyond 0.01 and 0.99 for sigmoid and hard sigmoid, beyond -0.98
 *     and 0.98 for tanh and softsign; none for other activations
 */
public record LayerFigures(
    String layer,
    OptionalDouble gradientNorm,
    OptionalDouble updateRatio,
    OptionalDouble deadShare,
    OptionalDouble saturatedShare) {}
