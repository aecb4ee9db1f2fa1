package dev.lamina.search.pruner;

/** Lets each trial go on to its end. */
record NeverPrune() implements Pruner {

  @Override
  public boolean prunes(Progress progress) {
    return false;
  }

  /** It compares with nobody. */
  @Override
  public int visible(int trial, int window) {
    return 0;
  }

  @Override
  public String toString() {
    return "neverPrune()";
  }
}
