package dev.lamina.training.listener;

import java.util.ArrayList;
import java.util.List;

/** Things that come one after the other, of which not too many are kept: each second, fourth... */
final class Thinned<T> {

  private static final int MOST = 1000;

  private final List<T> kept = new ArrayList<>();
  private long every = 1;
  private long come;

  void add(T next) {
    if (come++ % every != 0) {
      return;
    }
    kept.add(next);
    if (kept.size() == MOST) {
      for (int i = MOST - 1; i > 0; i -= 2) {
        kept.remove(i);
      }
      every *= 2;
    }
  }

  /** What is kept, in order. */
  List<T> all() {
    return List.copyOf(kept);
  }
}
