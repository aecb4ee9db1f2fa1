package dev.lamina.search.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of a test: in a folder of its own, at a free port of this machine, without
 * passwords. It refuses to run as root, so that root runs it as nobody.
 */
final class PostgresServer implements AutoCloseable {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");

  private final Path folder;
  private final List<String> command;
  private final int port;
  private Process process;
  private int databases;

  private PostgresServer(Path folder, List<String> command, int port) throws IOException {
    this.folder = folder;
    this.command = command;
    this.port = port;
    this.process = run(folder, command);
  }

  /** Where its programs are, if it is installed. */
  static Optional<Path> programs() throws IOException {
    List<Path> places = new ArrayList<>();
    for (String place : System.getenv("PATH").split(File.pathSeparator, -1)) {
      places.add(Path.of(place));
    }
    if (Files.isDirectory(DEBIAN)) {
      try (Stream<Path> versions = Files.list(DEBIAN)) {
        versions.map(version -> version.resolve("bin")).forEach(places::add);
      }
    }
    return places.stream()
        .filter(place -> Files.isExecutable(place.resolve("initdb")))
        .filter(place -> Files.isExecutable(place.resolve("postgres")))
        .findFirst();
  }

  /** A new server, ready for connections. */
  static PostgresServer start() throws IOException, InterruptedException {
    Path programs = programs().orElseThrow();
    Path folder = Files.createTempDirectory("postgres");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    String data = folder.resolve("data").toString();
    Process made =
        run(
            folder,
            List.of(
                programs.resolve("initdb").toString(),
                "--no-sync",
                "--auth=trust",
                "--username=lamina",
                "--encoding=UTF8",
                "--locale=C",
                "-D",
                data));
    String said = new String(made.getInputStream().readAllBytes(), UTF_8);
    if (made.waitFor() != 0) {
      throw new IOException("initdb failed: " + said);
    }
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(programs.resolve("postgres").toString(), "-D", data, "-p", "" + port));
    command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
    command.addAll(List.of("-c", "fsync=off", "-c", "log_min_messages=log"));
    PostgresServer server = new PostgresServer(folder, command, port);
    server.awaitReadiness();
    return server;
  }

  /** The address of a database that is empty. */
  String newDatabase() throws SQLException {
    String name = "d" + databases++;
    execute("CREATE DATABASE " + name);
    return address(name);
  }

  /** Ends all connections, as a server does that is started anew. */
  void endConnections() throws SQLException {
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE pid <> pg_backend_pid() AND datname LIKE 'd%'");
  }

  /** Does this as the one who may do all. */
  void execute(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(address("postgres"));
        Statement made = connection.createStatement()) {
      made.execute(statement);
    }
  }

  /** Ends the server, and keeps what is in it. */
  void stop() throws IOException {
    // It waits for no connection at this signal.
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().onExit().join();
    process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
    process.destroyForcibly().onExit().join();
  }

  /** Starts the server that was stopped. */
  void startAgain() throws IOException {
    process = run(folder, command);
    awaitReadiness();
  }

  @Override
  public void close() throws IOException {
    stop();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private String address(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=lamina";
  }

  private void awaitReadiness() throws IOException {
    BufferedReader output = process.inputReader(UTF_8);
    StringBuilder said = new StringBuilder();
    String line = output.readLine();
    while (line != null && !line.contains("ready to accept connections")) {
      said.append(line).append('\n');
      line = output.readLine();
    }
    if (line == null) {
      close();
      throw new IOException("postgres failed: " + said);
    }
  }

  private static Process run(Path folder, List<String> command) throws IOException {
    boolean isRoot = "root".equals(System.getProperty("user.name"));
    List<String> whole = new ArrayList<>(isRoot ? AS_NOBODY : List.of());
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    return builder.redirectErrorStream(true).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
