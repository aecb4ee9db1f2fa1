package dev.lamina.training.data.named;

import dev.lamina.training.data.file.DataFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;

/**
 * Fetches files of a publication into a folder.
 *
 * @param folder where they go
 * @param publication where they come from
 */
record Download(Path folder, Publication publication) {

  private static final int OK = 200;
  private static final int BUFFER = 1 << 16;
  private static final Duration TO_CONNECT = Duration.ofSeconds(20);
  private static final Duration TO_ANSWER = Duration.ofMinutes(1);

  /** Puts one file into the folder, whole and checked, or not at all. */
  void fetch(PublishedFile file) {
    URI address = URI.create(publication.address() + file.name());
    Path target = folder.resolve(file.name());
    try {
      Files.createDirectories(folder);
      Path aside = folder.resolve("." + UUID.randomUUID() + ".part");
      try {
        save(address, aside, file.bytes());
        if (!file.isAsPublished(aside)) {
          throw fault(address, "gave another file than was published: its SHA-256 is another.");
        }
        Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException exception) {
      throw fault(address, "failed: " + exception + ".", exception);
    }
  }

  private void save(URI address, Path aside, long bytes) throws IOException {
    HttpResponse<InputStream> response = answer(address);
    try (InputStream body = response.body()) {
      if (response.statusCode() != OK) {
        throw fault(address, "failed: the server answered " + response.statusCode() + ".");
      }
      copy(body, aside, bytes);
    }
  }

  /** One byte more than expected is enough to know that it is another file. */
  private static void copy(InputStream body, Path aside, long bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(aside)) {
      byte[] buffer = new byte[BUFFER];
      long left = bytes + 1;
      int read = body.read(buffer);
      while (read >= 0 && left > 0) {
        int taken = (int) Math.min(read, left);
        out.write(buffer, 0, taken);
        left -= taken;
        read = body.read(buffer);
      }
    }
  }

  private HttpResponse<InputStream> answer(URI address) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(TO_CONNECT)
            .build();
    HttpRequest request = HttpRequest.newBuilder(address).timeout(TO_ANSWER).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw fault(address, "was interrupted.", exception);
    }
  }

  private DataFileException fault(URI address, String finding) {
    return fault(address, finding, null);
  }

  private DataFileException fault(URI address, String finding, Exception cause) {
    return DataFileException.of(
        "Download of `" + address + "`",
        finding,
        "try again where there is a network, or put the file into `" + folder + "` by hand.",
        cause);
  }
}
