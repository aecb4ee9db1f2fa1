package dev.lamina.search.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A worker of one run of a search.
 *
 * @param host the machine, and the set of its process numbers where there may be several
 * @param process the number of its process
 * @param started when the process started, by a clock of its machine; 0 if the system does not say.
 *     The number of a process is given again once it has ended
 * @param id what tells it from other workers of the process
 */
public record Worker(String host, long process, long started, String id) {

  private static final String START_OF_MACHINE = "/proc/sys/kernel/random/boot_id";
  private static final String PROCESS_NUMBERS = "/proc/self/ns/pid";

  /** Of what Linux says of a process, counted from what follows its name in brackets. */
  private static final int START_FIELD = 19;

  private static final String ZOMBIE = "Z";
  private static final long ENDED = -1;

  /** A new worker of this process. */
  public static Worker here() {
    ProcessHandle self = ProcessHandle.current();
    return new Worker(machine(), self.pid(), start(self), UUID.randomUUID().toString());
  }

  /** Another worker of the same process. */
  public Worker another() {
    return new Worker(host, process, started, UUID.randomUUID().toString());
  }

  /**
   * Whether it is known to have ended, or gave no sign of life for so long.
   *
   * <p>Of a process on the asking worker's machine the system knows; others are believed to have
   * ended when they are silent, by the clocks of both.
   */
  public boolean isGone(Worker asking, Instant seen, Instant now, Duration silence) {
    boolean isNear = host.equals(asking.host);
    return (isNear && !isAlive()) || Duration.between(seen, now).compareTo(silence) > 0;
  }

  private boolean isAlive() {
    return ProcessHandle.of(process)
        .filter(handle -> started == 0 || start(handle) == 0 || start(handle) == started)
        .isPresent();
  }

  /**
   * The clock of the day may be set between two looks at a process, which would then seem to be
   * another one: Linux also counts from the start of the machine, and lists those that have ended
   * until their parents have asked how.
   */
  private static long start(ProcessHandle process) {
    try {
      String state = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String afterName = state.substring(state.lastIndexOf(')') + 1).strip();
      return afterName.startsWith(ZOMBIE)
          ? ENDED
          : Long.parseLong(afterName.split(" ", -1)[START_FIELD]);
    } catch (IOException notLinux) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
  }

  /**
   * Machines may share a name, such as that of an image, and containers that of their machine, yet
   * not the numbers of processes: Linux says which machine it is, and which containers share them.
   */
  private static String machine() {
    try {
      String start = Files.readString(Path.of(START_OF_MACHINE)).strip();
      return hostName() + " " + start + " " + Files.readSymbolicLink(Path.of(PROCESS_NUMBERS));
    } catch (IOException | UnsupportedOperationException notLinux) {
      return hostName();
    }
  }

  /** A machine that does not know its name has that which all machines have for themselves. */
  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return InetAddress.getLoopbackAddress().getHostAddress();
    }
  }
}
