package dev.lamina.training.doctor;

import java.util.List;
import java.util.Optional;

/**
 * What NVIDIA's driver says.
 *
 * @param complaint why it says nothing of cards, where it is there
 * @param cuda the newest CUDA that it can run
 * @param cards its cards; empty where there is no driver
 */
record Nvidia(Optional<String> complaint, Optional<String> cuda, List<Card> cards) {

  /** A machine without a driver. */
  static final Nvidia NONE = new Nvidia(Optional.empty(), Optional.empty(), List.of());

  /**
   * A card.
   *
   * @param name what NVIDIA calls it
   * @param driver the driver's version
   * @param capability its compute capability, ten times, such as 86; 0 where the driver is too old
   *     to tell
   * @param memory how much it has, such as {@code 8192 MiB}
   */
  record Card(String name, String driver, int capability, String memory) {}
}
