package dev.lamina.training.doctor;

import java.util.Optional;

/**
 * One thing that was found.
 *
 * @param topic what it is about
 * @param text what was found
 * @param fix what to do, as a sentence; empty where all is fine
 */
public record Finding(String topic, String text, Optional<String> fix) {

  /** A finding that nothing needs to be done about. */
  static Finding fine(String topic, String text) {
    return new Finding(topic, text, Optional.empty());
  }

  /** A finding that something should be done about. */
  static Finding toDo(String topic, String text, String fix) {
    return new Finding(topic, text, Optional.of(fix));
  }
}
