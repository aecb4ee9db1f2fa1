package dev.lamina.integration.parity;

import dev.lamina.dsl.code.Code;

/**
 * One word of the language, measured.
 *
 * @param family what kind of word it is
 * @param word the word as it is written, such as {@code huber(0.5)}
 * @param type the description's class
 * @param formula what the word means
 * @param reference where the numbers to compare with come from
 * @param difference the largest difference between Lamina and the reference, as {@link Difference}
 *     counts it
 * @param tolerance how large it may be
 * @param dl4j how far DL4J's own word is from the reference at its defaults
 */
record Row(
    String family,
    String word,
    Class<?> type,
    String formula,
    String reference,
    double difference,
    double tolerance,
    Dl4j dl4j) {

  /** Whether the difference is within the tolerance; NaN is not. */
  boolean isWithinTolerance() {
    return difference <= tolerance;
  }

  @Override
  public String toString() {
    return family + ": " + word + ", difference " + Code.literal(difference);
  }
}
