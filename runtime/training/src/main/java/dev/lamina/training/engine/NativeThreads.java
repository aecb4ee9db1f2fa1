package dev.lamina.training.engine;

/**
 * The native threads of this process, which all trainings and predictions in it share.
 *
 * <p>ND4J, OpenMP and OpenBLAS have one number of threads each, so that somebody has to see to it
 * that two trainings do not set it at once. Other code that multiplies large matrices with ND4J at
 * the same time, on another thread, gets the number that a training asked for.
 */
public final class NativeThreads {

  private NativeThreads() {}

  /** The one that lets work in, as the process has one of each setting. */
  private record One(ThreadTurns turns) {
    private static final One PROCESS =
        new One(new ThreadTurns(new NativeSettings(), ThreadTurns.LONG));
  }

  /** How many a training has unless it asks for another number. */
  public static int available() {
    return One.PROCESS.turns().products();
  }

  /** A training begins; the process has its own number again after the last one's end. */
  public static void register() {
    One.PROCESS.turns().register();
  }

  /** A training that was registered is over. */
  public static void unregister() {
    One.PROCESS.turns().unregister();
  }

  /**
   * Many trainings begin, one after the other: the process has its own number again after the last
   * one's end only, since each change of it looks through the class path.
   */
  public static void beginSeries() {
    One.PROCESS.turns().beginSeries();
  }

  /** A series that was begun is over: belongs into a finally. */
  public static void endSeries() {
    One.PROCESS.turns().endSeries();
  }

  /** Waits until work with this share may run on the calling thread, and sets its threads. */
  public static void enter(ThreadShare share) {
    One.PROCESS.turns().enter(share);
  }

  /** Ends what the last {@link #enter} on the calling thread began: belongs into a finally. */
  public static void leave() {
    One.PROCESS.turns().leave();
  }
}
