package dev.lamina.training.backend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Shows ND4J one of the backends on the class path, so that it takes that.
 *
 * <p>ND4J takes the available one with the highest priority, which only environment variables
 * change, and no program can set its own. It finds them as services of a class loader, though.
 */
final class OneBackend extends ClassLoader {

  private static final String SERVICES = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

  private final BackendKind kind;

  /** All that the other class loader has, but for the other backends. */
  OneBackend(ClassLoader all, BackendKind kind) {
    super(all);
    this.kind = kind;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(SERVICES)
        ? Collections.enumeration(Collections.singleton(service()))
        : super.getResources(name);
  }

  private URL service() throws IOException {
    return new URL(null, "lamina:" + kind.nd4j(), new Text(kind.nd4j()));
  }

  /** A file that is nowhere but here. */
  private static final class Text extends URLStreamHandler {

    private final String text;

    private Text(String text) {
      this.text = text;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {
          connected = true;
        }

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
      };
    }
  }
}
