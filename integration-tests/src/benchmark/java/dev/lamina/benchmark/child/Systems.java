package dev.lamina.benchmark.child;

import dev.lamina.benchmark.djl.DjlSubject;
import dev.lamina.benchmark.dl4j.Dl4jSubject;
import dev.lamina.benchmark.lamina.LaminaSubject;
import dev.lamina.benchmark.subject.Subject;

/** The systems by name; only the one that is asked for is loaded. */
final class Systems {

  private Systems() {}

  static Subject subject(String name) {
    return switch (name) {
      case "lamina" -> new LaminaSubject();
      case "dl4j-default" -> Dl4jSubject.atDefaults();
      case "dl4j-tuned" -> Dl4jSubject.withoutPeriodicGc();
      case "djl-pytorch" -> new DjlSubject();
      default -> throw new IllegalArgumentException("There is no system `" + name + "`");
    };
  }
}
