package dev.lamina.training.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cards that CUDA shows to a process, by the rules of its programming guide, section "CUDA
 * Environment Variables": {@code CUDA_VISIBLE_DEVICES} names some, and ends at the first name that
 * is no card's.
 *
 * @param all the cards, in the order of their slots
 * @param environment the environment variables of the process
 */
record VisibleCards(List<Nvidia.Card> all, Map<String, String> environment) {

  private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
  private static final String ORDER = "CUDA_DEVICE_ORDER";
  private static final String BY_SLOT = "PCI_BUS_ID";
  private static final String CARD = "GPU-";

  /** Parts of a card, of which the driver's list does not say whose they are. */
  private static final String PART = "MIG-";

  /** Those cards; all of them where it cannot be told which they are. */
  List<Nvidia.Card> list() {
    String named = environment.get(VISIBLE);
    if (named == null || named.contains(PART) || (isByNumber(named) && !isOrdered())) {
      return all;
    }
    List<Nvidia.Card> visible = new ArrayList<>();
    for (String name : named.split(",", -1)) {
      Optional<Nvidia.Card> card = card(name.strip());
      if (card.isEmpty()) {
        return visible;
      }
      visible.add(card.get());
    }
    return visible;
  }

  private Optional<Nvidia.Card> card(String name) {
    if (name.startsWith(CARD)) {
      return all.stream().filter(card -> card.id().startsWith(name)).findFirst();
    }
    return name.matches("\\d{1,4}") && Integer.parseInt(name) < all.size()
        ? Optional.of(all.get(Integer.parseInt(name)))
        : Optional.empty();
  }

  private static boolean isByNumber(String named) {
    return named.matches("\\s*\\d.*");
  }

  /** By itself, CUDA counts the fastest card first, which the list does not show. */
  private boolean isOrdered() {
    return BY_SLOT.equals(environment.get(ORDER))
        || all.stream().map(Nvidia.Card::capability).distinct().count() <= 1;
  }
}
