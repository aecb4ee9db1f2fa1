package dev.lamina.training.data.named;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.file.DataFileException;
import dev.lamina.training.data.idx.IdxBytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files from a server of our own. */
class DownloadTest {

  private static final byte[] IMAGES =
      IdxBytes.zipped(IdxBytes.of(0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255));
  private static final byte[] LABELS = IdxBytes.zipped(IdxBytes.of(0, 0, 8, 1, 0, 0, 0, 1, 3));

  private final Map<String, byte[]> served = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private HttpServer server;
  private Publication publication;

  @TempDir Path parent;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String name = exchange.getRequestURI().getPath().substring(1);
          asked.merge(name, 1, Integer::sum);
          byte[] content = served.get(name);
          exchange.sendResponseHeaders(
              content == null ? 404 : 200, content == null ? -1 : content.length);
          if (content != null) {
            exchange.getResponseBody().write(content);
          }
          exchange.close();
        });
    server.start();
    served.put("a-images.gz", IMAGES);
    served.put("a-labels.gz", LABELS);
    served.put("b-images.gz", IMAGES);
    served.put("b-labels.gz", LABELS);
    publication =
        new Publication(
            "Tiny",
            "http://localhost:%d/".formatted(server.getAddress().getPort()),
            new Publication.Pair(file("a-images.gz", IMAGES), file("a-labels.gz", LABELS)),
            new Publication.Pair(file("b-images.gz", IMAGES), file("b-labels.gz", LABELS)),
            List.of("a", "b", "c", "d"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void missingFilesAreFetchedIntoAFolderThatIsMade() throws IOException {
    Path folder = parent.resolve("new/folder");

    PublishedImages images = new PublishedImages(folder, publication).download();

    assertThat(names(folder))
        .containsExactly("a-images.gz", "a-labels.gz", "b-images.gz", "b-labels.gz");
    Split split = images.split();
    assertThat(split.training())
        .hasToString("Dataset[samples 1, features 2, targets 1, labels [a, b, c, d]]");
    assertThat(split.test().orElseThrow().size()).isEqualTo(1);
    assertThat(split.validation()).isEmpty();
  }

  @Test
  void filesThatAreThereAreNotFetched() {
    Path there = IdxBytes.write(parent.resolve("a-images.gz"), IMAGES);

    PublishedImages images = new PublishedImages(parent, publication).download().download();

    assertThat(images.training().size()).isEqualTo(1);
    assertThat(there).hasBinaryContent(IMAGES);
    assertThat(asked).isEqualTo(Map.of("a-labels.gz", 1, "b-images.gz", 1, "b-labels.gz", 1));
  }

  @Test
  void anotherFileThanPublishedIsNotKept() throws IOException {
    served.put("a-images.gz", LABELS);

    String message = refusal();

    assertThat(message)
        .isEqualTo(
            """
            Download of `%sa-images.gz` gave another file than was published: its SHA-256 is another.
              Fix: try again where there is a network, or put the file into `%s` by hand.""",
            publication.address(), parent);
    assertThat(names(parent)).isEmpty();
  }

  @Test
  void aFileThatIsLongerThanPublishedIsNotFetchedToItsEnd() throws IOException {
    byte[] endless = new byte[10_000_000];
    served.put("a-images.gz", endless);

    assertThat(refusal()).contains("gave another file than was published");
    assertThat(names(parent)).isEmpty();
  }

  @Test
  void aFileThatTheServerDoesNotHaveIsSaidToBeMissing() {
    served.remove("a-labels.gz");

    assertThat(refusal())
        .isEqualTo(
            """
            Download of `%sa-labels.gz` failed: the server answered 404.
              Fix: try again where there is a network, or put the file into `%s` by hand.""",
            publication.address(), parent);
  }

  @Test
  void withoutANetworkItIsSaidWhereTheFilesGo() throws IOException {
    server.stop(0);

    assertThat(refusal())
        .startsWith("Download of `%sa-images.gz` failed: ".formatted(publication.address()))
        .endsWith(
            ".\n  Fix: try again where there is a network, or put the file into `%s` by hand."
                .formatted(parent));
    assertThat(names(parent)).isEmpty();
  }

  private String refusal() {
    PublishedImages images = new PublishedImages(parent, publication);
    return messageOf(DataFileException.class, images::download);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static PublishedFile file(String name, byte[] content) {
    try {
      byte[] checksum = MessageDigest.getInstance("SHA-256").digest(content);
      return new PublishedFile(name, content.length, HexFormat.of().formatHex(checksum));
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException(exception);
    }
  }
}
