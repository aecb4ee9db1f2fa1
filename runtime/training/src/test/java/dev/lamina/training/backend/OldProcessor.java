package dev.lamina.training.backend;

import dev.lamina.training.Xor;
import org.nd4j.linalg.factory.Nd4j;

/** A program that learns as it does on a processor without AVX2, and says what native code ran. */
public final class OldProcessor {

  private OldProcessor() {}

  /** Prints the platform and whether anything was learned, or why not. */
  public static void main(String[] arguments) {
    try {
      new NativeChoice(NativeVariant.onClassPath(), 1).during(Nd4j::getBackend);
      boolean learned = Double.isFinite(Xor.trained().evaluate(Xor.data()).loss());
      System.out.println(Backend.platform() + (learned ? ", which learned" : ""));
    } catch (IllegalStateException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
