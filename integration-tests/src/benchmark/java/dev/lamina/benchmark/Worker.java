package dev.lamina.benchmark;

import dev.lamina.benchmark.child.Child;
import dev.lamina.benchmark.work.Work;

/** A process of one system with one setting, which measures when it is told to. */
record Worker(Contestant system, Setting setting, ChildProcess process) implements AutoCloseable {

  private static final String OK = "ok ";

  /** Starts the process. */
  static Worker start(Contestant system, Setting setting, Options options) {
    return new Worker(system, setting, ChildProcess.start(Child.class, system, setting, options));
  }

  /** The seconds that the work takes once, after it was done for about {@code seconds}. */
  double measure(Work work, double seconds) {
    process.tell(work.id() + " " + seconds);
    String answer = process.line();
    if (!answer.startsWith(OK)) {
      throw process.failure(work.id() + " " + answer);
    }
    return Double.parseDouble(answer.substring(OK.length()));
  }

  /** Ends the process. */
  @Override
  public void close() {
    process.close();
  }
}
