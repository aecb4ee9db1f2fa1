package dev.lamina.dsl.explanation;

import dev.lamina.dsl.layer.ActivationLayer;
import dev.lamina.dsl.layer.AlphaDropout;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Dropout;
import dev.lamina.dsl.layer.GaussianDropout;
import dev.lamina.dsl.layer.GaussianNoise;
import dev.lamina.dsl.layer.Layer;
import java.util.Map;
import java.util.Set;

/** Each layer with every option at its default, and what DL4J does where it differs. */
final class LayerDefaults implements Layer.Cases<Defaults> {

  private static final String SAME = Settings.SAME;
  private static final String THE_OPTIMIZERS = "the optimizer's";
  private static final String DECAY = "added to the loss; set for the network, it is applied twice";
  private static final String RETAINED = "taken for the share that is retained";
  private static final String HALF = "half of it is added: x / 2 sum w^2";

  @Override
  public Defaults dense(Dense dense) {
    return new Defaults(
        new Dense(dense.units()),
        Set.of("units"),
        Map.ofEntries(
            Map.entry("units", SAME),
            Map.entry("kernel.penalty.l1", SAME),
            Map.entry("kernel.penalty.l2", HALF),
            Map.entry("kernel.weightDecay", DECAY),
            Map.entry("bias", SAME),
            Map.entry("bias.penalty.l1", SAME),
            Map.entry("bias.penalty.l2", HALF),
            Map.entry("bias.weightDecay", DECAY),
            Map.entry("constraint", SAME),
            Map.entry("dropConnect", "gives weights that are dropped a gradient"),
            Map.entry("isFrozen", "freezes the layers before it too")),
        Map.of("kernel.weightDecay", THE_OPTIMIZERS, "bias.weightDecay", THE_OPTIMIZERS));
  }

  @Override
  public Defaults batchNorm(BatchNorm batchNorm) {
    return new Defaults(
        new BatchNorm(),
        Set.of(),
        Map.of(
            "momentum", "0.9; clipping corrupts the running averages",
            "epsilon", SAME,
            "isFrozen", "crashes, or freezes the layers before it too"));
  }

  @Override
  public Defaults dropout(Dropout dropout) {
    return new Defaults(dropout, Set.of("rate"), Map.of("rate", RETAINED));
  }

  @Override
  public Defaults alphaDropout(AlphaDropout alphaDropout) {
    return new Defaults(alphaDropout, Set.of("rate"), Map.of("rate", RETAINED));
  }

  @Override
  public Defaults gaussianDropout(GaussianDropout gaussianDropout) {
    return new Defaults(gaussianDropout, Set.of("rate"), Map.of("rate", SAME));
  }

  @Override
  public Defaults gaussianNoise(GaussianNoise gaussianNoise) {
    return new Defaults(gaussianNoise, Set.of("stddev"), Map.of("stddev", SAME));
  }

  @Override
  public Defaults activation(ActivationLayer activation) {
    return new Defaults(activation, Set.of("activation"), Map.of());
  }
}
