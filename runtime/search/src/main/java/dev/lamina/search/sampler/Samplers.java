package dev.lamina.search.sampler;

/** Every sampler. */
public final class Samplers {

  private Samplers() {}

  /** Draws each trial at random. */
  public static Sampler randomSearch() {
    return new RandomSampler();
  }
}
