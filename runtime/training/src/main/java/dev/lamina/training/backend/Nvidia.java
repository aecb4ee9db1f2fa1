package dev.lamina.training.backend;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What NVIDIA's driver says.
 *
 * @param complaint why it says nothing of cards, where it is there
 * @param cuda the newest CUDA that it can run
 * @param cards its cards; empty where there is no driver
 */
public record Nvidia(Optional<String> complaint, Optional<String> cuda, List<Card> cards) {

  /** A machine without a driver. */
  public static final Nvidia NONE = new Nvidia(Optional.empty(), Optional.empty(), List.of());

  /** Copies the list. */
  public Nvidia {
    cards = List.copyOf(cards);
  }

  /** Asks the driver here; takes a second at most where there is one. */
  public static Nvidia here() {
    return NvidiaSmi.ask();
  }

  /** Whether there is a driver. */
  public boolean isThere() {
    return complaint.isPresent() || cuda.isPresent() || !cards.isEmpty();
  }

  /** The cards that CUDA shows to a process with these environment variables. */
  List<Card> visible(Map<String, String> environment) {
    return new VisibleCards(cards, environment).list();
  }

  /**
   * A card.
   *
   * @param name what NVIDIA calls it
   * @param id its number in the world, such as {@code GPU-8932f937-d72c-4106-c12f-20bd9faed9f6}
   * @param driver the driver's version
   * @param capability its compute capability, ten times, such as 86; 0 where the driver is too old
   *     to tell
   * @param memory how much it has, such as {@code 8192 MiB}
   */
  public record Card(String name, String id, String driver, int capability, String memory) {

    /** Such as {@code 8.6}. */
    public String capabilityText() {
      return capability / 10 + "." + capability % 10;
    }

    /** Whether the driver says what the card can do. */
    boolean isKnown() {
      return capability > 0;
    }
  }
}
